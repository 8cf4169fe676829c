import { listParticipants, type Participant } from "#app/enrolment/queries.ts";
import { takingPlace } from "#app/enrolment/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listEntries } from "../queries.ts";
import { isSettled, type ReminderStep, reminderOn, taskDueOn } from "../rules.ts";

/** A task of which whoever owes it hears today. */
type DueTask = { taskId: Id<"dossierTask">; step: ReminderStep; dueOn: LocalDate };

/** The tasks of participants of which a reminder falls on this day, by workshop: each by the clock of its own. */
export async function listDueTasks(db: Reader, at: Instant): Promise<Map<Id<"workshop">, DueTask[]>> {
  const today = localDate(at, "UTC");
  const rows = await db
    .selectFrom("dossierTask")
    .innerJoin("workshop", "workshop.id", "dossierTask.workshopId")
    .select(["dossierTask.id as taskId", "dossierTask.workshopId", "dossierTask.dueDays", "dossierTask.changedAt"])
    .select(["workshop.zone", "workshop.startsOn", "workshop.endsOn", "workshop.beginsAt", "workshop.endsAt"])
    .where("dossierTask.owedBy", "=", "participant")
    .where("workshop.state", "in", takingPlace)
    .where("workshop.startsOn", ">=", plusLocalDays(today, -40))
    .where("workshop.startsOn", "<=", plusLocalDays(today, 380))
    .orderBy("dossierTask.id")
    .execute();
  const due = rows.flatMap(({ taskId, workshopId, dueDays, changedAt, ...timing }) => {
    const [here, dueOn] = [localDate(at, timing.zone), taskDueOn(timing, dueDays)];
    const step = isSettled(changedAt, timing.zone, here) ? reminderOn(dueOn, here) : null;
    return step ? [{ workshopId, taskId, step, dueOn }] : [];
  });
  return Map.groupBy(due, ({ workshopId }) => workshopId);
}

export type Owing = { enrolmentId: Id<"enrolment">; personId: Id<"person">; due: DueTask[] };

/** Who of a workshop owes some of these tasks, and has not been reminded of them. */
export async function listOwing(db: Reader, workshopId: Id<"workshop">, due: readonly DueTask[]): Promise<Owing[]> {
  const people = await listParticipants(db, workshopId, "seated");
  const entries = await listEntries(db, workshopId);
  const told = await db
    .selectFrom("dossierReminder")
    .select(["enrolmentId", "taskId", "step", "dueOn"])
    .where(
      "taskId",
      "in",
      due.map(({ taskId }) => taskId),
    )
    .execute();
  const known = new Set([
    ...entries.map(({ enrolmentId, taskId }) => `${enrolmentId} ${taskId}`),
    ...told.map(({ enrolmentId, taskId, step, dueOn }) => `${enrolmentId} ${taskId} ${step} ${dueOn}`),
  ]);
  const isOpen = ({ id }: Participant, { taskId, step, dueOn }: DueTask) =>
    !known.has(`${id} ${taskId}`) && !known.has(`${id} ${taskId} ${step} ${dueOn}`);
  return people
    .map((one) => ({ enrolmentId: one.id, personId: one.personId, due: due.filter((task) => isOpen(one, task)) }))
    .filter((one) => one.due.length > 0);
}
