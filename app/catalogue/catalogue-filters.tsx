import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { Chips } from "#app/ui/form/chips.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { type CatalogueSearch, soughtAddress, times } from "./catalogue-filter.ts";

type CatalogueFiltersProps = { sought: CatalogueSearch; themes: { id: string; name: string }[]; thisMonth: string };

/** What is sought, and below it how it is shown: a part of the list, or a calendar. */
export function CatalogueFilters({ sought, themes, thisMonth }: CatalogueFiltersProps) {
  const { t } = useTranslation(["workshops", "common"]);
  const { q, country, themeId, when, month } = sought;
  const listed: Record<string, string> = when === "upcoming" ? {} : { when };
  return (
    <>
      <Filters
        submit={t("filter.button")}
        kept={month ? { view: "calendar", month: month.name } : listed}
        search={<FilterText name="q" label={t("filter.q")} value={q} />}
        chosen={[country, themeId].filter(Boolean).length}
        className="mb-4"
      >
        <FilterSelect name="country" label={t("filter.country")} value={country ?? ""}>
          <option value="">{t("filter.all")}</option>
          {countries.map((country) => (
            <option key={country} value={country}>
              {t(`common:country.${country}`)}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect name="theme" label={t("filter.theme")} value={themeId}>
          <option value="">{t("filter.all")}</option>
          {themes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </FilterSelect>
      </Filters>
      <Views sought={sought} thisMonth={thisMonth} />
    </>
  );
}

/** A press shows another part of the list, or the calendar; what was sought goes on. */
function Views({ sought, thisMonth }: Pick<CatalogueFiltersProps, "sought" | "thisMonth">) {
  const { t, locale } = useTranslation("workshops");
  const chips = times.map((when) => ({
    href: soughtAddress(locale, sought, { when, month: null }),
    label: t(`filter.${when}`),
    isCurrent: sought.month === null && sought.when === when,
  }));
  const calendar = {
    href: soughtAddress(locale, sought, { month: sought.month?.name ?? thisMonth }),
    label: t("month.calendar"),
    isCurrent: sought.month !== null,
  };
  return <Chips label={t("filter.when")} chips={[...chips, calendar]} className="mb-6" />;
}
