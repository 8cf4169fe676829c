import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { arrivalsOf } from "#app/dossier/arrivals/arrivals-view.ts";
import { markForAll } from "#app/dossier/commands.ts";
import { bulkForm } from "#app/dossier/form.ts";
import { isDossierOpen } from "#app/dossier/person/marking.ts";
import { findTask } from "#app/dossier/queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { paging } from "#app/web/paging.ts";
import { queryChoice, queryCount, queryPage } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { ArrivalsPanel } from "./arrivals-panel.tsx";
import { BulkForm } from "./bulk-form.tsx";
import { dossierList } from "./dossier-list.tsx";
import { dossierGrid } from "./dossier-rows.ts";
import { StateLegend } from "./legend.tsx";
import { TaskSummary } from "./task-summary.tsx";

export const loader = guardedLoader("participant.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const { tasks, rows } = await dossierGrid(visit, workshop);
  const { arrivals, seated, lodgings } = await arrivalsOf(visit.db, workshop, visit.locale);
  const list = dossierList(tasks);
  const choice = readChoice(visit.url, list);
  const all = inChosenOrder(rows, list, choice, visit);
  const { page, pages } = paging(all.length, pageSize, queryPage(visit.url));
  return {
    ...{ frame, tasks, choice, page, pages },
    rows: all.slice((page - 1) * pageSize, page * pageSize),
    mayMark: isDossierOpen(workshop),
    travelling: { known: arrivals.length, seated, lodgings },
    done: queryChoice(visit.url, "done", ["marked", "terms"]),
    count: queryCount(visit.url, "count") ?? 0,
  };
});

const pageSize = 100;

export const action = guardedAction("participant.change", bulkForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const task = await findTask(trx, workshop.id, input.task);
  if (!task) return refuse(invalid({ task: "common:form.choose" }, values));
  if (!isDossierOpen(workshop)) return refuse(invalid({ "": "dossier:refused.over" }, values, 409));
  const outcome = await markForAll(trx, workshop, { task, state: input.state }, by);
  if (outcome.status === "refused") return refuse(invalid({ state: `dossier:refused.${outcome.because}` }, values));
  return redirect(to.dossier({ locale, code: workshop.code }, { done: "marked", count: outcome.count }));
});

export default function DossierPage() {
  const { frame, tasks, rows, choice, page, pages, mayMark, travelling, done, count } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("desk.title")} hasList={rows.length > 0 && tasks.length > 0}>
      {done === "marked" ? <Notice tone="good" title={t("desk.marked", { count })} /> : null}
      {done === "terms" ? <Notice tone="good" title={t("terms.saved")} /> : null}
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl">{t("desk.title")}</h2>
        <p className="flex flex-wrap gap-3 print:hidden">
          <Button look="plain" isSmall href={to.dossierTasks({ locale, code })}>
            {t("desk.tasks")}
          </Button>
          <Button look="plain" isSmall href={to.dossierTerms({ locale, code })}>
            {t("terms.title")}
          </Button>
        </p>
      </div>
      <p className="mb-6 max-w-[65ch]">{t("desk.lead")}</p>
      {tasks.length ? (
        <>
          <TaskSummary tasks={tasks} code={code} />
          {rows.length && mayMark ? <BulkForm tasks={tasks} /> : null}
          <Section title={t("desk.people")}>
            {rows.length ? (
              <>
                <StateLegend />
                <ListTable list={dossierList(tasks)} rows={rows} choice={choice} />
                <Pagination page={page} pages={pages} />
              </>
            ) : (
              <Empty title={t("desk.nobody")} />
            )}
          </Section>
          {rows.length ? <ArrivalsPanel code={code} {...travelling} /> : null}
        </>
      ) : (
        <Empty
          title={t("desk.empty.title")}
          action={
            <Button look="main" href={to.dossierTasks({ locale, code })}>
              {t("desk.empty.button")}
            </Button>
          }
        >
          {t("desk.empty.text")}
        </Empty>
      )}
    </WorkshopFrame>
  );
}
