import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { listThemes } from "#app/programmes/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { publicLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryPage, queryText } from "#app/web/search-params.ts";
import { asId } from "#db/id.ts";
import { listCards } from "./cards.ts";
import { WorkshopCard } from "./workshop-card.tsx";

export const loader = publicLoader(async ({ db, actor, locale, t, at, url }) => {
  const filter = {
    q: queryText(url, "q"),
    country: queryChoice(url, "country", countries),
    themeId: asId<"theme">(queryText(url, "theme", 64)),
    when: queryChoice(url, "when", ["upcoming", "open", "past"]) ?? ("upcoming" as const),
  };
  const page = queryPage(url);
  const zone = actor?.zone ?? null;
  return untilChanged(db, at, ["catalogue", filter, page, locale, zone], async () => {
    const { when, ...words } = filter;
    const sought = when === "open" ? ({ state: "open", when: "upcoming" } as const) : { when };
    const today = localDate(at, capitalZones.MX);
    const list = await listCards(db, { ...words, ...sought, today, page, size: 12 }, { locale, zone, at }, t);
    const themes = (await listThemes(db)).map(({ id, name }) => ({ id, name: textIn(name, locale).text }));
    return { ...list, themes, filter };
  });
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function CataloguePage() {
  const { cards, total, page, pages, themes, filter } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["workshops", "common"]);
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <CatalogueFilters themes={themes} filter={filter} />
      <p className="mb-4 font-bold text-ink">{t("list.found", { count: total })}</p>
      {cards.length ? (
        <ul className="grid gap-4">
          {cards.map((card) => (
            <WorkshopCard key={card.code} heading="h2" card={card} to={to.workshop({ locale, code: card.code })} />
          ))}
        </ul>
      ) : (
        <Empty
          title={t("list.empty.title")}
          action={
            <Button look="plain" href={to.workshops({ locale })}>
              {t("list.empty.reset")}
            </Button>
          }
        >
          {t("list.empty.text")}
        </Empty>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

function CatalogueFilters({ themes, filter }: Pick<Loaded, "themes" | "filter">) {
  const { t } = useTranslation(["workshops", "common"]);
  return (
    <Filters
      submit={t("filter.button")}
      className="mb-8 sm:grid-cols-2 lg:grid-cols-[1fr_auto_1.4fr_auto_auto] lg:items-end"
    >
      <FilterText name="q" label={t("filter.q")} value={filter.q} />
      <FilterSelect name="country" label={t("filter.country")} value={filter.country ?? ""}>
        <option value="">{t("filter.all")}</option>
        {countries.map((country) => (
          <option key={country} value={country}>
            {t(`common:country.${country}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="theme" label={t("filter.theme")} value={filter.themeId}>
        <option value="">{t("filter.all")}</option>
        {themes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="when" label={t("filter.when")} value={filter.when}>
        <option value="upcoming">{t("filter.upcoming")}</option>
        <option value="open">{t("filter.open")}</option>
        <option value="past">{t("filter.past")}</option>
      </FilterSelect>
    </Filters>
  );
}
