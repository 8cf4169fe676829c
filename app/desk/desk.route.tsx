import { useLoaderData } from "@remix-run/react";
import { may, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { listFoundPeople } from "#app/enrolment/found-people.queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { listOwnWorkUnderWay } from "#app/outbox/works/queries.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryPage, queryText } from "#app/web/search-params.ts";
import { progressView } from "#app/web/work/progress-view.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import { countWorkshopsByState } from "#app/workshops/queries.ts";
import { states } from "#app/workshops/rules.ts";
import { WorkshopTable } from "#app/workshops/view/workshop-table.tsx";
import { workshopRow } from "#app/workshops/view/workshop-view.ts";
import { certifiableTasks, outdatedTasks } from "./certificate-tasks.ts";
import { FoundPeople } from "./found-people.tsx";
import { countSetUp } from "./set-up.queries.ts";
import { SetUp } from "./set-up.tsx";
import { StateFilter } from "./state-filter.tsx";
import { listUndelivered, type Task } from "./tasks.queries.ts";
import { Today } from "./today.tsx";
import { todaysSessions } from "./today-view.ts";
import { WorkUnderWay } from "./work-under-way.tsx";

/**
 * The desk asks for missing certificates until so many days after a workshop's end. Later they are missing on purpose.
 */
const remindedDays = 90;

export const loader = guardedLoader("desk.read", async ({ db, actor, reach, locale, t, at, url }) => {
  const filter = { q: queryText(url, "q"), state: queryChoice(url, "state", states), page: queryPage(url) };
  const { workshops, page, pages } = await listWorkshops(db, reach, filter);
  const counts = await countWorkshopsByState(db, reach);
  const isWhole = !filter.q && !filter.state && page === 1;
  const recently = plusLocalDays(localDate(at, actor.zone), -remindedDays);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const setsUp = all === 0 && isWhole && may(actor, "programme.change") && may(actor, "account.change");
  return {
    removed: queryText(url, "removed", 20),
    setUp: setsUp ? await countSetUp(db) : null,
    underWay: isWhole ? await ownWorkUnderWay({ db, actor, locale, t }) : [],
    undelivered: isWhole ? await listUndelivered(db, reachOf(actor, "message.read")) : [],
    found: filter.q ? await foundPeople({ db, locale, at, actor }, filter.q) : { rows: [], hasMore: false },
    certifiable: isWhole ? await certifiableTasks(db, reachOf(actor, "certificate.issue"), recently) : [],
    outdated: isWhole ? await outdatedTasks(db, reachOf(actor, "certificate.end"), { since: recently, at }) : [],
    today: isWhole ? await todaysSessions({ db, locale, t, at, zone: actor.zone }, reach) : [],
    rows: workshops.map((workshop) => workshopRow(workshop, { locale, t, at })),
    counts: states.map((state) => ({ state, count: counts.get(state) ?? 0 })),
    all,
    page,
    pages,
    filter,
    mayPlan: may(actor, "workshop.change"),
    mayImport: may(actor, "person.change"),
  };
});

const ownWorkUnderWay = async ({ db, actor, locale, t }: Pick<Reading, "db" | "actor" | "locale" | "t">) =>
  (await listOwnWorkUnderWay(db, actor.accountId)).map((progress) => progressView(progress, locale, t));

async function foundPeople({ db, locale, at, actor }: Pick<Reading, "db" | "locale" | "at" | "actor">, q: string) {
  const { people, hasMore } = await listFoundPeople(db, reachOf(actor, "participant.read"), q);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const rows = people.toSorted(nameOrder(locale)).map((person) => ({
    id: person.id,
    name: shownName(person),
    institution: institutionOf(person.institutionId),
    codes: person.codes,
  }));
  return { rows, hasMore };
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function DeskPage() {
  const loaded = useLoaderData<typeof loader>();
  const { removed, setUp, underWay, undelivered, certifiable, outdated, found, today, rows, ...list } = loaded;
  const { counts, all, page, pages, filter, mayPlan, mayImport } = list;
  const { t, locale } = useTranslation(["workshops", "desk", "import"]);
  return (
    <Page
      title={t("desk:title")}
      width="wide"
      hasList={rows.length > 0}
      action={
        <div className="flex flex-wrap justify-end gap-x-4 gap-y-2">
          <Search filter={filter} />
          {mayImport && !setUp ? (
            <Button look="plain" href={to.importPeople({ locale })}>
              {t("import:open")}
            </Button>
          ) : null}
          {mayPlan && !setUp ? (
            <Button look="main" href={to.newWorkshop({ locale })}>
              {t("desk:plan")}
            </Button>
          ) : null}
        </div>
      }
    >
      {removed ? <Notice tone="good" title={t("desk:removal.done", { code: removed })} /> : null}
      <WorkUnderWay works={underWay} />
      <Tasks undelivered={undelivered} certifiable={certifiable} outdated={outdated} />
      <Today sessions={today} />
      {setUp ? <SetUp steps={setUp} /> : <StateFilter counts={counts} all={all} filter={filter} />}
      {rows.length ? <WorkshopTable rows={rows} to={({ code }) => to.overview({ locale, code })} /> : null}
      {rows.length || setUp || found.rows.length ? null : <NoWorkshops filter={filter} mayPlan={mayPlan} />}
      <Pagination page={page} pages={pages} />
      <FoundPeople {...found} />
    </Page>
  );
}

/** What waits for somebody, a step away from where it is done. */
function Tasks({ undelivered, certifiable, outdated }: Pick<Loaded, "undelivered" | "certifiable" | "outdated">) {
  const { t } = useTranslation("desk");
  return (
    <>
      <TaskList
        tone="bad"
        title={t("failedMail")}
        tasks={undelivered}
        section="messages"
        text={(task) => t("failedCount", task)}
      />
      <TaskList
        title={t("certificates.title")}
        tasks={certifiable}
        section="certificates"
        text={(task) => t("certificates.count", task)}
      />
      <TaskList
        tone="warn"
        title={t("certificates.outdated")}
        tasks={outdated}
        section="certificates"
        text={(task) => t("certificates.outdatedCount", task)}
      />
    </>
  );
}

/** So many tasks of a kind stand above everything else; the others unfold. */
const tasksShown = 3;

type TaskListProps = {
  tone?: "bad" | "warn";
  title: string;
  tasks: Task[];
  /** Of the workshop, where it is done. */
  section: "messages" | "certificates";
  text: (task: Task) => string;
};

function TaskList({ tone, title, tasks, ...links }: TaskListProps) {
  const { t } = useTranslation("desk");
  if (!tasks.length) return null;
  const further = tasks.slice(tasksShown);
  return (
    <Notice isStanding tone={tone} title={title}>
      <TaskLinks tasks={tasks.slice(0, tasksShown)} {...links} />
      {further.length ? (
        <details>
          <summary className="link cursor-pointer py-1">{t("furtherTasks", { count: further.length })}</summary>
          <TaskLinks tasks={further} {...links} />
        </details>
      ) : null}
    </Notice>
  );
}

function TaskLinks({ tasks, section, text }: Pick<TaskListProps, "tasks" | "section" | "text">) {
  const { locale } = useTranslation();
  return (
    <ul>
      {tasks.map((task) => (
        <li key={task.code}>
          <a className="link" href={to[section]({ locale, code: task.code })}>
            {text(task)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What fills an empty list: another search, or the first workshop. */
function NoWorkshops({ filter, mayPlan }: Pick<Loaded, "filter" | "mayPlan">) {
  const { t, locale } = useTranslation("desk");
  if (filter.q || filter.state) {
    return (
      <Empty
        title={t("empty.title")}
        action={
          <Button look="plain" href={to.desk({ locale })}>
            {t("empty.reset")}
          </Button>
        }
      >
        {t("empty.search")}
      </Empty>
    );
  }
  if (!mayPlan) return <Empty title={t("empty.title")}>{t("empty.wait")}</Empty>;
  return (
    <Empty
      title={t("empty.none")}
      action={
        <Button look="plain" href={to.newWorkshop({ locale })}>
          {t("plan")}
        </Button>
      }
    />
  );
}

function Search({ filter }: Pick<Loaded, "filter">) {
  const { t } = useTranslation("workshops");
  return (
    <search className="min-w-0 flex-1">
      <form className="flex gap-2">
        {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
        <input
          type="search"
          name="q"
          defaultValue={filter.q}
          aria-label={t("filter.q")}
          placeholder={t("filter.q")}
          className="field min-w-0 sm:w-80"
        />
        <Button look="plain">{t("filter.button")}</Button>
      </form>
    </search>
  );
}
