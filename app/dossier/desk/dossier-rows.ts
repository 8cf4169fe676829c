import { listParticipants } from "#app/enrolment/queries.ts";
import { formatShortDate } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { listEntries, listTasks } from "../queries.ts";
import { isOwed, taskDueOn, taskState } from "../rules.ts";

type Visit = Pick<Reading, "db" | "locale" | "at">;

export type GridTask = Awaited<ReturnType<typeof dossierGrid>>["tasks"][number];
export type GridRow = Awaited<ReturnType<typeof dossierGrid>>["rows"][number];

/** Everybody with a seat, by name, and how each task stands for them. */
export async function dossierGrid({ db, locale, at }: Visit, workshop: Workshop) {
  const tasks = await listTasks(db, workshop.id);
  const people = await listParticipants(db, workshop.id, "seated");
  const entries = new Map(
    (await listEntries(db, workshop.id)).map((entry) => [`${entry.enrolmentId} ${entry.taskId}`, entry.state]),
  );
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const today = localDate(at, workshop.zone);
  const known = tasks.map((task) => ({ ...task, dueOn: taskDueOn(workshop, task.dueDays) }));
  const rows = people.toSorted(nameOrder(locale)).map((person) => {
    const states = known.map(({ id, dueOn }) => taskState(entries.get(`${person.id} ${id}`) ?? null, dueOn, today));
    return {
      ...{ id: person.id, code: workshop.code, states },
      name: shownName(person),
      institution: institutionOf(person.institutionId),
      open: states.filter(isOwed).length,
      overdue: states.filter((state) => state === "overdue").length,
    };
  });
  return {
    rows,
    tasks: known.map(({ number, owedBy, holds, title, dueOn }, index) => {
      const own = rows.map(({ states }) => states[index]);
      const count = (isMeant: (state: (typeof own)[number]) => boolean) => own.filter(isMeant).length;
      return {
        ...{ number, owedBy, holds },
        title: textIn(title, locale),
        due: formatShortDate(locale, dueOn),
        open: count((state) => state !== undefined && isOwed(state)),
        overdue: count((state) => state === "overdue"),
        done: count((state) => state === "done"),
      };
    }),
  };
}
