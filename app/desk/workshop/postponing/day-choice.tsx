import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FormState } from "#app/ui/form/form.tsx";
import { DateField } from "#app/web/date-field.tsx";

type ChoiceProps = {
  /** The workshop's. */
  code: string;
  asked: string;
  problem: "notLater" | "tooFar" | "noDay" | null;
  /** The present first day, in words. */
  startsOn: string;
  weeks: { count: number; to: string; date: string }[];
};

/** Another first day: some weeks later, on the same weekday, or any other. The page shows what would come of it. */
export function DayChoice({ code, asked, problem, startsOn, weeks }: ChoiceProps) {
  const { t, locale } = useTranslation("desk");
  const wrong = problem === "noDay" ? "desk:form.date" : problem ? (`desk:postponing.${problem}` as const) : null;
  return (
    <>
      <ul className="mb-4">
        {weeks.map(({ count, to: day, date }) => (
          <li key={day}>
            <a className="link inline-block py-1" href={to.postponement({ locale, code }, { to: day })}>
              {t("postponing.weeks", { count, date })}
            </a>
          </li>
        ))}
      </ul>
      <form className="mb-8">
        <FormState errors={wrong ? { to: wrong } : {}} values={{ to: asked }} labels={{ to: t("postponing.to") }}>
          <DateField name="to" label={t("postponing.to")} hint={t("postponing.toHint", { date: startsOn })} />
          <Button look="plain">{t("postponing.look")}</Button>
        </FormState>
      </form>
    </>
  );
}
