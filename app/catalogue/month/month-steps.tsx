import { type CatalogueSearch, soughtAddress } from "#app/catalogue/catalogue-filter.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { MonthView } from "./month-view.ts";

type MonthStepsProps = { view: MonthView; sought: CatalogueSearch; thisMonth: string };

const step = "link inline-flex min-h-11 items-center";

/** Which month it is, how many workshops it has, and how to come to others. */
export function MonthSteps({ view, sought, thisMonth }: MonthStepsProps) {
  const { t, locale } = useTranslation("workshops");
  const { name, label, previous, next, workshops } = view;
  const count = workshops.length;
  const to = (month: string) => soughtAddress(locale, sought, { month });
  return (
    <div className="mb-3 flex flex-wrap items-baseline gap-x-6">
      <h2 className="text-2xl first-letter:uppercase">{label}</h2>
      <p>{count ? t("list.found", { count }) : t("month.empty")}</p>
      <nav aria-label={t("month.label")} className="flex flex-wrap gap-x-5">
        {previous ? (
          <a className={step} href={to(previous)} rel="prev">
            {t("month.previous")}
          </a>
        ) : null}
        {name === thisMonth ? null : (
          <a className={step} href={to(thisMonth)}>
            {t("month.today")}
          </a>
        )}
        {next ? (
          <a className={step} href={to(next)} rel="next">
            {t("month.next")}
          </a>
        ) : null}
      </nav>
    </div>
  );
}
