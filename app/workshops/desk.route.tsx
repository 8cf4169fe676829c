import { useLoaderData } from "@remix-run/react";
import { may, reachOf } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countFailedJobs } from "#app/outbox/queries.ts";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { guardedLoader } from "#app/web/guard.ts";
import { queryChoice, queryPage, queryText } from "#app/web/query.ts";
import { mayHere } from "./desk-view.ts";
import { countCertifiable, countWorkshopsByState, listWorkshops } from "./queries.ts";
import { states } from "./rules.ts";
import { Today } from "./today.tsx";
import { todaysSessions } from "./today-view.ts";
import { WorkshopTable } from "./workshop-table.tsx";
import { workshopRow } from "./workshop-view.ts";

export const loader = guardedLoader("desk.read", async ({ db, actor, locale, t, at, url }) => {
  const reach = reachOf(actor, "desk.read");
  const filter = { q: queryText(url, "q"), state: queryChoice(url, "state", states), page: queryPage(url) };
  const { workshops, page, pages } = await listWorkshops(db, reach, filter);
  const counts = await countWorkshopsByState(db, reach);
  const tellable = workshops.filter((workshop) => mayHere(actor, "message.read", workshop));
  const failed = await countFailedJobs(
    db,
    tellable.map(({ id }) => id),
  );
  const certifiable = await countCertifiable(
    db,
    workshops.filter((workshop) => workshop.state === "completed" && mayHere(actor, "certificate.issue", workshop)).map(({ id }) => id),
  );
  const isWhole = !filter.q && !filter.state && page === 1;
  return {
    today: isWhole ? await todaysSessions({ db, locale, t, at, zone: actor.zone }, reach) : [],
    rows: workshops.map((workshop) => ({
      ...workshopRow(workshop, locale, t),
      failed: failed.get(workshop.id) ?? 0,
      certifiable: certifiable.get(workshop.id) ?? 0,
    })),
    counts: states.map((state) => ({ state, count: counts.get(state) ?? 0 })),
    all: [...counts.values()].reduce((sum, count) => sum + count, 0),
    page,
    pages,
    filter,
    mayPlan: may(actor, "workshop.change"),
  };
});

export default function DeskPage() {
  const { rows, page, pages, mayPlan } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["workshops", "desk"]);
  const desk = `/${i18n.language}/desk`;
  return (
    <Page
      title={t("desk:title")}
      width="wide"
      action={
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <Search />
          {mayPlan ? (
            <a className="button button-main" href={`${desk}/workshops/new`}>
              {t("desk:plan")}
            </a>
          ) : null}
        </div>
      }
    >
      {rows.some(({ failed }) => failed > 0) ? <FailedMail /> : null}
      {rows.some(({ certifiable }) => certifiable > 0) ? <Certifiable /> : null}
      <Today />
      <StateFilter />
      {rows.length ? <WorkshopTable rows={rows} to={({ code }) => `${desk}/workshops/${code}`} /> : <NoWorkshops />}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

function FailedMail() {
  const { rows } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["workshops", "desk"]);
  return (
    <Notice tone="bad" title={t("desk:failedMail")}>
      <ul>
        {rows
          .filter(({ failed }) => failed > 0)
          .map(({ code, failed }) => (
            <li key={code}>
              <a className="link" href={`/${i18n.language}/desk/workshops/${code}/messages`}>
                {t("desk:failedCount", { code, count: failed })}
              </a>
            </li>
          ))}
      </ul>
    </Notice>
  );
}

/** Where the next step is to issue certificates. */
function Certifiable() {
  const { rows } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("desk");
  return (
    <Notice title={t("certificates.title")}>
      <ul>
        {rows
          .filter(({ certifiable }) => certifiable > 0)
          .map(({ code, certifiable }) => (
            <li key={code}>
              <a className="link" href={`/${i18n.language}/desk/workshops/${code}/certificates`}>
                {t("certificates.count", { code, count: certifiable })}
              </a>
            </li>
          ))}
      </ul>
    </Notice>
  );
}

/** What fills an empty list: another search, or the first workshop. */
function NoWorkshops() {
  const { filter, mayPlan } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("desk");
  const home = `/${i18n.language}/desk`;
  if (filter.q || filter.state) {
    return (
      <Empty title={t("empty.title")}>
        {t("empty.search")}{" "}
        <a className="link" href={home}>
          {t("empty.reset")}
        </a>
      </Empty>
    );
  }
  if (!mayPlan) return <Empty title={t("empty.title")}>{t("empty.wait")}</Empty>;
  return (
    <Empty title={t("empty.none")}>
      <a className="link" href={`${home}/workshops/new`}>
        {t("plan")}
      </a>
    </Empty>
  );
}

function StateFilter() {
  const { counts, all, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["workshops", "desk"]);
  const chip =
    "inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line bg-panel px-3 text-sm text-key aria-[current]:border-key aria-[current]:bg-key-tint aria-[current]:font-bold";
  return (
    <nav aria-label={t("filter.state")} className="print:hidden mb-6">
      <ul className="flex flex-wrap gap-2">
        <li>
          <a href="?" className={chip} aria-current={filter.state ? undefined : "true"}>
            {t("filter.all")} <span className="figures">{all}</span>
          </a>
        </li>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>
              <a href={`?state=${state}`} className={chip} aria-current={filter.state === state ? "true" : undefined}>
                {t(`state.${state}`)} <span className="figures">{count}</span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Search() {
  const { filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation("workshops");
  return (
    <form className="flex gap-2">
      {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
      <input type="search" name="q" defaultValue={filter.q} aria-label={t("filter.q")} placeholder={t("filter.q")} className="field w-48" />
      <button type="submit" className="button button-plain">
        {t("filter.button")}
      </button>
    </form>
  );
}
