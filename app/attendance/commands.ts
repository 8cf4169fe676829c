import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { settle } from "#app/enrolment/settlement.commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { areAllHeld } from "#app/timetable/rules.ts";
import { moveWorkshop, type StateOutcome } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { reaches } from "./measures.rules.ts";
import { countMarksByEnrolment } from "./queries.ts";
import { type MarkStatus, type SheetRefusal, sheetRefusal } from "./rules.ts";

type Sheet = { session: Session; marks: Map<Id<"enrolment">, MarkStatus>; reason: string };

export type SheetOutcome =
  | { status: "saved"; changed: number }
  | { status: "refused"; because: SheetRefusal | "noSession" | "notSeated" | "reasonMissing" };

/**
 * Saves the marks that are new or differ; a mark that is corrected is kept beside the new one. The session is held,
 * so that of two who correct the same mark the second sees what the first has left.
 */
export async function saveSheet(
  trx: Writer,
  workshop: HeldWorkshop,
  { session, marks, reason }: Sheet,
  { accountId, at }: By,
): Promise<SheetOutcome> {
  const refusal = sheetRefusal(workshop, session, at);
  if (refusal) return { status: "refused", because: refusal };
  if (!(await hold(trx, "session", session.id))) return { status: "refused", because: "noSession" };
  const seated = new Set((await listParticipants(trx, workshop.id, "seated")).map(({ id }) => id));
  if ([...marks.keys()].some((id) => !seated.has(id))) return { status: "refused", because: "notSeated" };
  const stored = await trx.selectFrom("mark").selectAll().where("sessionId", "=", session.id).execute();
  const before = new Map(stored.map((mark) => [mark.enrolmentId, mark]));
  const changed = [...marks].filter(([enrolmentId, status]) => before.get(enrolmentId)?.status !== status);
  const corrections = changed.flatMap(([enrolmentId]) => before.get(enrolmentId) ?? []);
  if (!changed.length) return { status: "saved", changed: 0 };
  if (corrections.length && reason === "") return { status: "refused", because: "reasonMissing" };

  for (const some of inPortions(corrections)) await keepFormer(trx, some, reason, { accountId, at });
  for (const some of inPortions(changed)) await keepMarks(trx, session.id, some, { accountId, at });
  if (workshop.state === "completed") await settleByAttendance(trx, workshop, { accountId, at });
  const details = { marks: changed.length, corrections: corrections.length };
  await audit(trx, at, {
    accountId,
    action: "attendance.recorded",
    subjectId: session.id,
    details,
  });
  return { status: "saved", changed: changed.length };
}

/** Both databases limit the values of one statement, PostgreSQL to 65,535. */
const inPortions = <Row>(rows: Row[], size = 1000) =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));

async function keepMarks(
  trx: Writer,
  sessionId: Id<"session">,
  marks: [enrolmentId: Id<"enrolment">, status: MarkStatus][],
  { accountId, at }: By,
) {
  const how = { lateMinutes: null, recordedHow: "sheet" as const, recordedAt: at, recordedBy: accountId };
  await trx
    .insertInto("mark")
    .values(marks.map(([enrolmentId, status]) => ({ sessionId, enrolmentId, status, ...how })))
    .onConflict((conflict) =>
      conflict.columns(["sessionId", "enrolmentId"]).doUpdateSet(({ ref }) => ({
        status: ref("excluded.status"),
        lateMinutes: ref("excluded.lateMinutes"),
        recordedHow: ref("excluded.recordedHow"),
        recordedAt: ref("excluded.recordedAt"),
        recordedBy: ref("excluded.recordedBy"),
      })),
    )
    .execute();
}

/** Ends a workshop: everybody with a seat has completed it, or has not, by their attendance. */
export async function completeWorkshop(trx: Writer, workshop: HeldWorkshop, by: By): Promise<StateOutcome> {
  const isHeld = areAllHeld(await listSessionsOf(trx, [workshop.id]), by.at);
  const outcome = await moveWorkshop(trx, workshop, { to: "completed", isHeld }, by);
  if (outcome.status !== "changed") return outcome;
  await settleByAttendance(trx, workshop, by);
  await emit(trx, by.at, "workshop.completed", { workshopId: workshop.id }, { workshopId: workshop.id });
  return outcome;
}

/** By their attendance, now that nobody else changes it. */
export async function settleByAttendance(trx: Writer, { id, minimumAttendance }: Workshop, by: By) {
  const countsOf = await countMarksByEnrolment(trx, id);
  const seated = await listParticipants(trx, id, "seated");
  await settle(
    trx,
    seated.map((one) => ({ ...one, hasAttended: reaches(countsOf(one.id), minimumAttendance) })),
    by,
  );
}

type FormerMark = {
  sessionId: Id<"session">;
  enrolmentId: Id<"enrolment">;
  status: string;
  recordedAt: Instant;
  recordedBy: Id<"account"> | null;
};

async function keepFormer(trx: Writer, marks: FormerMark[], reason: string, { accountId, at }: By) {
  await trx
    .insertInto("markCorrection")
    .values(
      marks.map(({ sessionId, enrolmentId, status, recordedAt, recordedBy }) => ({
        id: newId(),
        sessionId,
        enrolmentId,
        formerStatus: status,
        formerRecordedAt: recordedAt,
        formerRecordedBy: recordedBy,
        correctedAt: at,
        correctedBy: accountId,
        reason,
      })),
    )
    .execute();
}
