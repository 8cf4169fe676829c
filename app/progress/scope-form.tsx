import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { FilterSelect, Filters } from "#app/ui/form/filters.tsx";
import type { ScopeView } from "./scope.ts";

/** Programme and year, kept in the address; `kept` is what else the address says. */
export function ScopeForm({ view, kept = {} }: { view: ScopeView; kept?: Record<string, string> }) {
  const { t } = useTranslation("progress");
  const { chosen, programmes, years } = view;
  return (
    <Filters
      submit={t("scope.button")}
      kept={kept}
      chosen={[chosen.programme, chosen.year].filter(Boolean).length}
      className="mb-8"
    >
      <FilterSelect name="programme" label={t("scope.programme")} value={chosen.programme}>
        <option value="">{t("scope.everyProgramme")}</option>
        {programmes.map(({ value, label, lang }) => (
          <option key={value} value={value} lang={lang}>
            {label}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="year" label={t("scope.year")} value={chosen.year}>
        <option value="">{t("scope.everyYear")}</option>
        <Years legend={t("year.calendarYears")} options={years.calendar} />
        <Years legend={t("year.fiscalYears")} options={years.fiscal} />
      </FilterSelect>
    </Filters>
  );
}

function Years({ legend, options }: { legend: string; options: { value: string; label: string }[] }) {
  return (
    <optgroup label={legend}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </optgroup>
  );
}

/** The same choice in words, for paper. */
export function PrintedScope({ view: { chosen, programmes, years } }: { view: ScopeView }) {
  const { t } = useTranslation("progress");
  const programme = programmes.find(({ value }) => value === chosen.programme);
  const year = [...years.calendar, ...years.fiscal].find(({ value }) => value === chosen.year);
  const programmeName = programme ? <span lang={programme.lang}>{programme.label}</span> : t("scope.everyProgramme");
  const facts = [
    { term: t("scope.programme"), value: programmeName },
    { term: t("scope.year"), value: year?.label ?? t("scope.everyYear") },
  ];
  return (
    <div className="mb-6 hidden print:block">
      <Facts look="beside" facts={facts} />
    </div>
  );
}
