import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import type { Localised } from "#app/ui/local-text.tsx";
import { states } from "#app/workshops/rules.ts";
import type { PlannerFilter } from "./planner-filter.ts";

type PlannerFiltersProps = {
  filter: PlannerFilter;
  programmes: { code: string; title: Localised }[];
  themes: { id: string; name: string }[];
};

export function PlannerFilters({ filter, programmes, themes }: PlannerFiltersProps) {
  const { t, locale } = useTranslation(["planner", "workshops", "common"]);
  const { period, grouping, q, state, country, programme, themeId } = filter;
  return (
    <Filters
      submit={t("workshops:filter.button")}
      look="plain"
      kept={{ period: period.name, ...(grouping === "country" ? {} : { group: grouping }) }}
      search={<FilterText name="q" label={t("workshops:filter.q")} value={q} />}
      chosen={[state, country, programme, themeId].filter(Boolean).length}
      className="mb-6"
    >
      <FilterSelect name="state" label={t("workshops:filter.state")} value={state ?? ""}>
        <option value="">{t("workshops:filter.all")}</option>
        {states.map((each) => (
          <option key={each} value={each}>
            {t(`workshops:state.${each}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="country" label={t("workshops:filter.country")} value={country ?? ""}>
        <option value="">{t("workshops:filter.all")}</option>
        {countries.map((each) => (
          <option key={each} value={each}>
            {t(`common:country.${each}`)}
          </option>
        ))}
      </FilterSelect>
      {programmes.length ? (
        <FilterSelect name="programme" label={t("filter.programme")} value={programme}>
          <option value="">{t("workshops:filter.all")}</option>
          {programmes.map(({ code, title }) => (
            <option key={code} value={code} lang={title.lang === locale ? undefined : title.lang}>
              {title.text}
            </option>
          ))}
        </FilterSelect>
      ) : null}
      <FilterSelect name="theme" label={t("workshops:filter.theme")} value={themeId}>
        <option value="">{t("workshops:filter.all")}</option>
        {themes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FilterSelect>
    </Filters>
  );
}
