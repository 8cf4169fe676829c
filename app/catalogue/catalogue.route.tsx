import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listThemes } from "#app/programmes/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { alikeLoader } from "#app/web/doors/form-door.ts";
import { queryPage } from "#app/web/search-params.ts";
import { periodHolding } from "#app/workshops/calendar/period.rules.ts";
import { countListed, listWorkshopsDuring } from "#app/workshops/list.queries.ts";
import { listCards } from "./cards.ts";
import { type CatalogueSearch, readSought, soughtAddress } from "./catalogue-filter.ts";
import { CatalogueFilters } from "./catalogue-filters.tsx";
import { MonthCalendar } from "./month/month-calendar.tsx";
import { MonthSteps } from "./month/month-steps.tsx";
import { monthView } from "./month/month-view.ts";
import { WorkshopCard } from "./workshop-card.tsx";

export const loader = alikeLoader(async ({ db, actor, locale, t, at, url }) => {
  const today = localDate(at, capitalZones.MX);
  const sought = readSought(url, today);
  const page = queryPage(url);
  const zone = actor?.zone ?? null;
  // what has been sought is nobody else's page
  const sharing = url.search
    ? undefined
    : { title: t("workshops:list.title"), description: t("workshops:home.lead"), path: to.workshops({ locale }) };
  const found = await untilChanged(db, at, ["catalogue", sought, page, locale, zone], async () => {
    const { when, month, ...words } = sought;
    const themes = (await listThemes(db)).map(({ id, name }) => ({ id, name: textIn(name, locale).text }));
    const shared = { themes, sought, thisMonth: periodHolding("month", today).name };
    if (month) {
      const workshops = await listWorkshopsDuring(db, "public", month, words);
      const seen = { month, today, workshops, country: sought.country };
      return { ...shared, list: null, calendar: monthView(seen, { locale, t, at }) };
    }
    const part = when === "open" ? ({ state: "open", when: "upcoming" } as const) : { when };
    const list = await listCards(db, { ...words, ...part, today, page, size: 12 }, { locale, zone, at }, t);
    const others = list.total ? [] : otherTimes.filter((other) => (other === "past") !== (when === "past"));
    const elsewhere = await Promise.all(
      others.map(async (other) => ({
        when: other,
        count: await countListed(db, "public", { ...words, when: other, today }),
      })),
    );
    return {
      ...shared,
      list: { ...list, elsewhere: elsewhere.filter(({ count }) => count > 0) },
      calendar: null,
    };
  });
  return { ...found, sharing };
});

/** Where a search may find what it does not find here. Those with open enrolment are among the upcoming ones. */
const otherTimes = ["upcoming", "past"] as const;

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function CataloguePage() {
  const { themes, thisMonth, sought, list, calendar } = useLoaderData<typeof loader>();
  const { t } = useTranslation("workshops");
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <CatalogueFilters sought={sought} themes={themes} thisMonth={thisMonth} />
      {calendar ? (
        <>
          <MonthSteps view={calendar} sought={sought} thisMonth={thisMonth} />
          <MonthCalendar view={calendar} />
        </>
      ) : null}
      {list ? <Cards list={list} sought={sought} /> : null}
    </Page>
  );
}

type CardsProps = { list: NonNullable<Loaded["list"]>; sought: CatalogueSearch };

function Cards({ list: { cards, total, page, pages, elsewhere }, sought }: CardsProps) {
  const { t, locale } = useTranslation("workshops");
  return (
    <>
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
          {elsewhere.length ? <Elsewhere elsewhere={elsewhere} sought={sought} /> : t("list.empty.text")}
        </Empty>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

type ElsewhereProps = { elsewhere: CardsProps["list"]["elsewhere"]; sought: CatalogueSearch };

/** What was sought is there, at another time: a workshop that is over is still looked up by its code. */
function Elsewhere({ elsewhere, sought }: ElsewhereProps) {
  const { t, locale } = useTranslation("workshops");
  return elsewhere.map(({ when, count }) => (
    <p key={when}>
      <a className="link" href={soughtAddress(locale, sought, { when })}>
        {t(`list.elsewhere.${when}`, { count })}
      </a>
    </p>
  ));
}
