import { useLoaderData } from "@remix-run/react";
import { may, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { listFoundPeople } from "#app/enrolment/people/found-people.queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { OwnReviewNote } from "#app/nominations/review/own/own-review-note.tsx";
import { ownReviews } from "#app/nominations/review/own/own-reviews.ts";
import { listOwnWorkUnderWay } from "#app/outbox/works/queries.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { readChoice } from "#app/tables/list.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { KeptLook } from "#app/ui/display/kept-look.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryPage, queryText } from "#app/web/search-params.ts";
import { progressView } from "#app/web/work/progress-view.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import { countWorkshopsByState } from "#app/workshops/queries.ts";
import { states } from "#app/workshops/rules.ts";
import { workshopRow } from "#app/workshops/view/workshop-view.ts";
import { Attention } from "./attention/attention.tsx";
import { attentionView } from "./attention/attention-view.ts";
import { deskList, readDeskFilter } from "./desk-list.ts";
import { FoundPeople } from "./found-people.tsx";
import { countSetUp } from "./set-up.queries.ts";
import { SetUp } from "./set-up.tsx";
import { StateFilter } from "./state-filter.tsx";
import { Today } from "./today.tsx";
import { todaysSessions } from "./today-view.ts";
import { WorkUnderWay } from "./work-under-way.tsx";

export const loader = guardedLoader("desk.read", async ({ db, actor, reach, locale, t, at, url }) => {
  const filter = { ...readDeskFilter(url), page: queryPage(url) };
  const { workshops, page, pages } = await listWorkshops(db, reach, filter);
  const counts = await countWorkshopsByState(db, reach);
  const isWhole = !filter.q && !filter.state && page === 1;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const setsUp = all === 0 && isWhole && may(actor, "programme.change") && may(actor, "account.change");
  return {
    removed: queryText(url, "removed", 20),
    setUp: setsUp ? await countSetUp(db) : null,
    underWay: isWhole ? await ownWorkUnderWay({ db, actor, locale, t }) : [],
    attention: isWhole && all > 0 ? await attentionView({ db, actor, locale, t, at }) : null,
    found: filter.q ? await foundPeople({ db, locale, at, actor }, filter.q) : { rows: [], hasMore: false, all: null },
    reviews: isWhole ? await ownReviews({ db, actor, locale, t, at }) : [],
    today: isWhole ? await todaysSessions({ db, locale, t, at, zone: actor.zone }, reach) : [],
    choice: readChoice(url, deskList),
    rows: workshops.map((workshop) => workshopRow(workshop, { locale, t, at })),
    counts: states.map((state) => ({ state, count: counts.get(state) ?? 0 })),
    all,
    page,
    pages,
    filter,
    mayPlan: may(actor, "workshop.change"),
    hasPeople: may(actor, "person.read"),
  };
});

const ownWorkUnderWay = async ({ db, actor, locale, t }: Pick<Reading, "db" | "actor" | "locale" | "t">) =>
  (await listOwnWorkUnderWay(db, actor.accountId)).map((progress) => progressView(progress, locale, t));

async function foundPeople({ db, locale, at, actor }: Pick<Reading, "db" | "locale" | "at" | "actor">, q: string) {
  const peopleReach = may(actor, "person.read") ? reachOf(actor, "person.read") : null;
  const reach = reachOf(actor, "participant.read");
  const { people, total } = await listFoundPeople(db, { reach, peopleReach, locale }, q);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const rows = people.toSorted(nameOrder(locale)).map((person) => ({
    id: person.id,
    name: shownName(person),
    institution: institutionOf(person.institutionId),
    codes: person.codes,
    isOpen: person.isOpen,
  }));
  return { rows, hasMore: total.isMore || total.count > rows.length, all: peopleReach && to.people({ locale }, { q }) };
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function DeskPage() {
  const loaded = useLoaderData<typeof loader>();
  const { removed, setUp, underWay, attention, found, today, reviews, ...list } = loaded;
  const { rows, choice, counts, all, page, pages, filter, mayPlan, hasPeople } = list;
  const { t, locale } = useTranslation(["workshops", "desk"]);
  return (
    <Page
      title={t("desk:title")}
      width="wide"
      tabs={<DeskTabs hasPeople={hasPeople} />}
      hasList={rows.length > 0}
      action={
        <div className="flex flex-wrap justify-end gap-x-4 gap-y-2">
          <Search filter={filter} />
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
      <OwnReviewNote reviews={reviews} />
      {attention ? <Attention items={attention} /> : null}
      <Today sessions={today} />
      {setUp ? <SetUp steps={setUp} /> : <StateFilter counts={counts} all={all} filter={filter} />}
      {rows.length ? <ListTable list={deskList} rows={rows} choice={choice} /> : null}
      {rows.length || setUp || found.rows.length ? null : <NoWorkshops filter={filter} mayPlan={mayPlan} />}
      <Pagination page={page} pages={pages} />
      <FoundPeople {...found} />
    </Page>
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
  const { t } = useTranslation(["workshops", "desk"]);
  return (
    <search className="w-full min-w-0 sm:w-auto sm:flex-1">
      <form className="flex gap-2">
        {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
        <KeptLook />
        <input
          type="search"
          name="q"
          defaultValue={filter.q}
          aria-label={t("desk:searched")}
          placeholder={t("desk:searched")}
          className="field min-w-0 flex-1 sm:w-80 sm:flex-none"
        />
        <Button look="plain">{t("filter.button")}</Button>
      </form>
    </search>
  );
}
