import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/frame/page.tsx";
import type { DaysOffView } from "./days-off-view.ts";

/** What is off in each country during the days that a calendar shows. */
export function DaysOffList({ view }: { view: DaysOffView }) {
  const { t } = useTranslation();
  if (!view.length) return null;
  return (
    <Section title={t("holiday.title")} id="days-off">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {view.map(({ country, days }) => (
          <div key={country}>
            <h3 className="mb-1 font-bold text-ink">{t(`country.${country}`)}</h3>
            <ul className="text-sm">
              {days.map(({ when, name, isAdvice }) => (
                <li key={when} className="border-t border-hairline py-1">
                  <span className="figures inline-block min-w-32 text-hint">{when}</span> {name}
                  {isAdvice ? <span className="text-hint">{t("holiday.advice")}</span> : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}
