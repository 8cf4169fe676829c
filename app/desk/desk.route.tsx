import { useLoaderData } from "@remix-run/react";
import { may, reachOf } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { guardedLoader } from "#app/web/guard.ts";
import { queryChoice, queryPage, queryText } from "#app/web/query.ts";
import { countWorkshopsByState, listWorkshops } from "#app/workshops/queries.ts";
import { states } from "#app/workshops/rules.ts";
import { WorkshopTable } from "#app/workshops/workshop-table.tsx";
import { workshopRow } from "#app/workshops/workshop-view.ts";
import { listCertifiable, listUndelivered, type Task } from "./tasks.queries.ts";
import { Today } from "./today.tsx";
import { todaysSessions } from "./today-view.ts";

/** After the end of a workshop: whoever has had no certificate by then was not forgotten. */
const remindedDays = 90;

export const loader = guardedLoader("desk.read", async ({ db, actor, locale, t, at, url }) => {
  const reach = reachOf(actor, "desk.read");
  const filter = { q: queryText(url, "q"), state: queryChoice(url, "state", states), page: queryPage(url) };
  const { workshops, page, pages } = await listWorkshops(db, reach, filter);
  const counts = await countWorkshopsByState(db, reach);
  const isWhole = !filter.q && !filter.state && page === 1;
  const recently = plusLocalDays(localDate(at, actor.zone), -remindedDays);
  return {
    undelivered: isWhole ? await listUndelivered(db, reachOf(actor, "message.read")) : [],
    certifiable: isWhole ? await listCertifiable(db, reachOf(actor, "certificate.issue"), recently) : [],
    today: isWhole ? await todaysSessions({ db, locale, t, at, zone: actor.zone }, reach) : [],
    rows: workshops.map((workshop) => workshopRow(workshop, locale, t)),
    counts: states.map((state) => ({ state, count: counts.get(state) ?? 0 })),
    all: [...counts.values()].reduce((sum, count) => sum + count, 0),
    page,
    pages,
    filter,
    mayPlan: may(actor, "workshop.change"),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function DeskPage() {
  const loaded = useLoaderData<typeof loader>();
  const { undelivered, certifiable, today, rows, counts, all, page, pages, filter, mayPlan } = loaded;
  const { t, i18n } = useTranslation(["workshops", "desk"]);
  const desk = `/${i18n.language}/desk`;
  return (
    <Page
      title={t("desk:title")}
      width="wide"
      action={
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <Search filter={filter} />
          {mayPlan ? (
            <a className="button button-main" href={`${desk}/workshops/new`}>
              {t("desk:plan")}
            </a>
          ) : null}
        </div>
      }
    >
      <Tasks undelivered={undelivered} certifiable={certifiable} />
      <Today sessions={today} />
      <StateFilter counts={counts} all={all} filter={filter} />
      {rows.length ? (
        <WorkshopTable rows={rows} to={({ code }) => `${desk}/workshops/${code}`} />
      ) : (
        <NoWorkshops filter={filter} mayPlan={mayPlan} />
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

/** What waits for somebody, a step away from where it is done. */
function Tasks({ undelivered, certifiable }: Pick<Loaded, "undelivered" | "certifiable">) {
  const { t } = useTranslation("desk");
  return (
    <>
      <TaskList
        tone="bad"
        title={t("failedMail")}
        tasks={undelivered}
        to="messages"
        text={(task) => t("failedCount", task)}
      />
      <TaskList
        title={t("certificates.title")}
        tasks={certifiable}
        to="certificates"
        text={(task) => t("certificates.count", task)}
      />
    </>
  );
}

type TaskListProps = {
  tone?: "bad";
  title: string;
  tasks: Task[];
  to: "messages" | "certificates";
  text: (task: Task) => string;
};

function TaskList({ tone, title, tasks, to, text }: TaskListProps) {
  const { i18n } = useTranslation();
  if (!tasks.length) return null;
  return (
    <Notice tone={tone} title={title}>
      <ul>
        {tasks.map((task) => (
          <li key={task.code}>
            <a className="link" href={`/${i18n.language}/desk/workshops/${task.code}/${to}`}>
              {text(task)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What fills an empty list: another search, or the first workshop. */
function NoWorkshops({ filter, mayPlan }: Pick<Loaded, "filter" | "mayPlan">) {
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

function StateFilter({ counts, all, filter }: Pick<Loaded, "counts" | "all" | "filter">) {
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

function Search({ filter }: Pick<Loaded, "filter">) {
  const { t } = useTranslation("workshops");
  return (
    <form className="flex gap-2">
      {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
      <input
        type="search"
        name="q"
        defaultValue={filter.q}
        aria-label={t("filter.q")}
        placeholder={t("filter.q")}
        className="field w-48"
      />
      <button type="submit" className="button button-plain">
        {t("filter.button")}
      </button>
    </form>
  );
}
