import { useTranslation } from "#app/i18n/use-translation.ts";
import { states, type WorkshopState } from "#app/workshops/rules.ts";

/** What the shapes of the bars and the hatching of the days mean. */
export function PlannerLegend({ shown, hasClashes }: { shown: readonly WorkshopState[]; hasClashes: boolean }) {
  const { t } = useTranslation(["planner", "workshops", "common"]);
  return (
    <ul className="planner-legend" aria-label={t("legend.label")}>
      {states
        .filter((state) => shown.includes(state))
        .map((state) => (
          <li key={state} data-state={state}>
            <span className="planner-mark" />
            {t(`workshops:state.${state}`)}
          </li>
        ))}
      {hasClashes ? <li className="planner-clash">{t("legend.clash")}</li> : null}
      {(["MX", "JP"] as const).map((country) => (
        <li key={country}>
          <span className="planner-key" data-country={country} />
          {t("daysOff.of", { country: t(`common:country.${country}`) })}
        </li>
      ))}
      <li>
        <span className="planner-key" data-kind="advice" />
        {t("legend.advice")}
      </li>
    </ul>
  );
}
