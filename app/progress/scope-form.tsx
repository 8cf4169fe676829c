import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import type { ScopeView } from "./scope.ts";

/** Programme and year, kept in the address; `kept` is what else the address says. */
export function ScopeForm({ view, kept = {} }: { view: ScopeView; kept?: Record<string, string> }) {
  const { t } = useTranslation("progress");
  const { chosen, programmes, years } = view;
  return (
    <Form
      key={JSON.stringify([chosen, kept])}
      className="panel print:hidden mb-8 grid gap-4 p-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_auto] lg:items-end"
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
      <button type="submit" className="button button-main">
        {t("scope.button")}
      </button>
    </Form>
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
  return (
    <dl className="mb-6 hidden grid-cols-[auto_1fr] gap-x-4 print:grid">
      <dt>{t("scope.programme")}</dt>
      <dd lang={programme?.lang}>{programme?.label ?? t("scope.everyProgramme")}</dd>
      <dt>{t("scope.year")}</dt>
      <dd>{year?.label ?? t("scope.everyYear")}</dd>
    </dl>
  );
}
