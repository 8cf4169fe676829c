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
import { Chips } from "#app/ui/form/chips.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { alikeLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryPage, queryText } from "#app/web/search-params.ts";
import { countListed } from "#app/workshops/list.queries.ts";
import { asId } from "#db/id.ts";
import { listCards } from "./cards.ts";
import { WorkshopCard } from "./workshop-card.tsx";

const times = ["upcoming", "open", "past"] as const;

export const loader = alikeLoader(async ({ db, actor, locale, t, at, url }) => {
  const filter = {
    q: queryText(url, "q"),
    country: queryChoice(url, "country", countries),
    themeId: asId<"theme">(queryText(url, "theme", 64)),
    when: queryChoice(url, "when", times) ?? ("upcoming" as const),
  };
  const page = queryPage(url);
  const zone = actor?.zone ?? null;
  return untilChanged(db, at, ["catalogue", filter, page, locale, zone], async () => {
    const { when, ...words } = filter;
    const sought = when === "open" ? ({ state: "open", when: "upcoming" } as const) : { when };
    const today = localDate(at, capitalZones.MX);
    const list = await listCards(db, { ...words, ...sought, today, page, size: 12 }, { locale, zone, at }, t);
    const themes = (await listThemes(db)).map(({ id, name }) => ({ id, name: textIn(name, locale).text }));
    const others = list.total ? [] : otherTimes.filter((other) => (other === "past") !== (when === "past"));
    const elsewhere = await Promise.all(
      others.map(async (other) => ({
        when: other,
        count: await countListed(db, "public", { ...words, when: other, today }),
      })),
    );
    return { ...list, themes, filter, elsewhere: elsewhere.filter(({ count }) => count > 0) };
  });
});

/** Where a search may find what it does not find here. Those with open enrolment are among the upcoming ones. */
const otherTimes = ["upcoming", "past"] as const;

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function CataloguePage() {
  const { cards, total, page, pages, themes, filter, elsewhere } = useLoaderData<typeof loader>();
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
          {elsewhere.length ? <Elsewhere elsewhere={elsewhere} filter={filter} /> : t("list.empty.text")}
        </Empty>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

function CatalogueFilters({ themes, filter }: Pick<Loaded, "themes" | "filter">) {
  const { t } = useTranslation(["workshops", "common"]);
  const { q, country, themeId, when } = filter;
  return (
    <>
      <Filters
        submit={t("filter.button")}
        kept={when === "upcoming" ? {} : { when }}
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
      <Times filter={filter} />
    </>
  );
}

type At = { filter: Loaded["filter"]; time: (typeof times)[number] };

/** Another part of the list; what else was sought goes on. */
function useAddressAt() {
  const { locale } = useTranslation();
  return ({ filter: { q, country, themeId }, time }: At) =>
    to.workshops(
      { locale },
      { q: q || null, country, theme: themeId || null, when: time === "upcoming" ? null : time },
    );
}

/** What was sought is there, at another time: a workshop that is over is still looked up by its code. */
function Elsewhere({ elsewhere, filter }: Pick<Loaded, "elsewhere" | "filter">) {
  const { t } = useTranslation("workshops");
  const addressAt = useAddressAt();
  return elsewhere.map(({ when, count }) => (
    <p key={when}>
      <a className="link" href={addressAt({ filter, time: when })}>
        {t(`list.elsewhere.${when}`, { count })}
      </a>
    </p>
  ));
}

/** A press shows another part of the list. */
function Times({ filter }: Pick<Loaded, "filter">) {
  const { t } = useTranslation("workshops");
  const addressAt = useAddressAt();
  const chips = times.map((time) => ({
    href: addressAt({ filter, time }),
    label: t(`filter.${time}`),
    isCurrent: time === filter.when,
  }));
  return <Chips label={t("filter.when")} chips={chips} className="mb-6" />;
}
