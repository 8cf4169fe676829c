import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { senderPlace } from "#app/nominations/sender/sender-door.ts";
import { SenderPage } from "#app/nominations/sender/sender-page.tsx";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Table } from "#app/ui/display/table.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { seenTasks } from "../person/person-view.ts";
import { TaskBadge } from "../person/task-badge.tsx";
import { listEntries, listTasks } from "../queries.ts";
import { isOwed } from "../rules.ts";
import { listSentSeats } from "./sent-seats.queries.ts";

/** What is left to do for those whom an institution has sent, as far as it may see it: its own people alone. */
export const loader = guardedLoader("nomination.send", async (visit) => {
  const { db, locale, at } = visit;
  const { frame, workshop, institutionId } = await senderPlace(visit);
  const people = await listSentSeats(db, { workshopId: workshop.id, institutionId });
  const tasks = await listTasks(db, workshop.id);
  const entries = Map.groupBy(await listEntries(db, workshop.id), ({ enrolmentId }) => enrolmentId);
  return {
    frame,
    people: people.map((person) => {
      const seen = seenTasks(tasks, entries.get(person.id) ?? [], { workshop, marker: "sender", locale, at });
      const open = seen.filter(({ state }) => isOwed(state)).length;
      return { id: person.nominationId, name: shownName(person), tasks: seen, open };
    }),
  };
});

type Task = ReturnType<typeof seenTasks>[number];

export default function SenderDossierPage() {
  const { frame, people } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const columns = useColumns();
  const { code } = frame;
  return (
    <SenderPage frame={frame} isWithin title={t("sender.title")}>
      <p className="mb-6 max-w-[65ch]">{t("sender.lead")}</p>
      {people.length ? (
        people.map(({ id, name, tasks, open }) => (
          <section key={id} className="mb-10 max-w-4xl">
            <h2 className="mb-1 text-xl">
              <a className="link" href={to.nominee({ locale, code, nomination: id })}>
                <PersonName value={name} />
              </a>
            </h2>
            {tasks.length ? (
              <>
                <Hint className="mb-3">{open ? t("sender.open", { count: open }) : t("sender.allDone")}</Hint>
                <Table
                  caption={t("column.tasksOf", { person: name.name })}
                  columns={columns}
                  rows={tasks}
                  keyOf={({ number }) => number}
                />
              </>
            ) : (
              <Hint>{t("own.nothing")}</Hint>
            )}
          </section>
        ))
      ) : (
        <Empty title={t("sender.nobody.title")}>{t("sender.nobody.text")}</Empty>
      )}
    </SenderPage>
  );
}

function useColumns() {
  const { t } = useTranslation("dossier");
  return [
    {
      name: "title",
      label: t("column.task"),
      isHeading: true,
      cell: ({ title, held }: Task) => (
        <>
          <LocalText value={title} note />
          {held ? <SecondLine>{held}</SecondLine> : null}
        </>
      ),
    },
    { name: "who", label: t("column.who"), isLabelled: true, cell: ({ owedBy }: Task) => t(`ower.${owedBy}`) },
    { name: "due", label: t("column.due"), isLabelled: true, cell: ({ due }: Task) => due },
    {
      name: "state",
      label: t("column.state"),
      isLabelled: true,
      cell: ({ state }: Task) => <TaskBadge state={state} />,
    },
  ];
}
