import type { By } from "#app/access/actor.ts";
import { type Permission, reachOf } from "#app/access/permissions.ts";
import { completeWorkshop, saveSheet } from "#app/attendance/commands.ts";
import type { MarkStatus } from "#app/attendance/rules.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import type { Instant } from "#app/time/instant.ts";
import { findSession } from "#app/timetable/queries.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted, actorOf, type Deed, type Twins } from "./deeds.ts";
import type { SeededWorkshop } from "./workshop-deeds.ts";

/** One save of a sheet: what one person wrote at one moment about one session. */
type Entry = { sessionId: Id<"session">; at: Instant; accountId: Id<"account"> | null; reason: string };
type Mark = { enrolmentId: Id<"enrolment">; status: MarkStatus };

/** Every save of a sheet, and those that corrected one. */
export async function sheetDeeds(from: Database, workshop: SeededWorkshop, twins: Twins): Promise<Deed[]> {
  const written = await readMarks(from, workshop.id);
  const sheets = Map.groupBy(written, ({ entry }) => JSON.stringify(entry));
  const numberOf = await numbersOf(from, workshop.id);
  return [...sheets.values()].flatMap((marks) => {
    const [first] = marks;
    if (!first) return [];
    const number = numberOf.get(first.entry.sessionId) ?? 0;
    return [{ at: first.entry.at, perform: saving(workshop, { entry: first.entry, marks, number }, twins) }];
  });
}

type Sheet = { entry: Entry; marks: Mark[]; number: number };

const saving =
  ({ code }: SeededWorkshop, { entry, marks, number }: Sheet, twins: Twins) =>
  async (trx: Writer) => {
    const by = { accountId: twins.ofAny(entry.accountId), at: entry.at };
    const workshop = await heldBy(trx, code, by, "attendance.record");
    const session = accepted(await findSession(trx, workshop.id, number), `${code}/${number}`);
    const chosen = new Map(marks.map(({ enrolmentId, status }) => [twins.of(enrolmentId), status]));
    const outcome = await saveSheet(trx, workshop, { session, marks: chosen, reason: entry.reason }, by);
    accepted(outcome, `The sheet of ${code}/${number}`);
  };

/** The workshop, as its door holds it for whoever may do this there. */
export const heldBy = async (trx: Writer, code: string, { accountId }: By, permission: Permission) =>
  accepted(
    await holdWorkshop(trx, code, reachOf(await actorOf(trx, accountId), permission)),
    `${permission} in ${code}`,
  );

/** Each mark as it was first written, and then as each correction left it. */
async function readMarks({ read }: Database, workshopId: Id<"workshop">): Promise<(Mark & { entry: Entry })[]> {
  const ofWorkshop = read.selectFrom("session").select("session.id").where("workshopId", "=", workshopId);
  const marks = await read.selectFrom("mark").selectAll().where("sessionId", "in", ofWorkshop).execute();
  const corrections = await read
    .selectFrom("markCorrection")
    .selectAll()
    .where("sessionId", "in", ofWorkshop)
    .orderBy("correctedAt")
    .execute();
  return marks.flatMap(({ sessionId, enrolmentId, status, recordedAt, recordedBy }) => {
    const own = corrections.filter((one) => one.sessionId === sessionId && one.enrolmentId === enrolmentId);
    const statuses = [...own.map(({ formerStatus }) => formerStatus as MarkStatus), status];
    const first = { at: own[0]?.formerRecordedAt ?? recordedAt, reason: "" };
    const entries = [
      { sessionId, ...first, accountId: own[0] ? (own[0].formerRecordedBy as Id<"account"> | null) : recordedBy },
      ...own.map(({ correctedAt, correctedBy, reason }) => ({
        ...{ sessionId, at: correctedAt, accountId: correctedBy, reason },
      })),
    ];
    return entries.map((entry, index) => ({ enrolmentId, status: statuses[index] as MarkStatus, entry }));
  });
}

async function numbersOf({ read }: Database, workshopId: Id<"workshop">): Promise<Map<Id<"session">, number>> {
  const rows = await read.selectFrom("session").select(["id", "number"]).where("workshopId", "=", workshopId).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** By whoever stands in the history of those who were there. */
export async function completionDeeds(from: Database, workshop: SeededWorkshop, twins: Twins): Promise<Deed[]> {
  const { code, state, changedAt: at } = workshop;
  if (state !== "completed") return [];
  const settled = await from.read
    .selectFrom("enrolmentEvent")
    .innerJoin("enrolment", "enrolment.id", "enrolmentEvent.enrolmentId")
    .select("byAccountId")
    .where("workshopId", "=", workshop.id)
    .where("toState", "in", ["completed", "notCompleted"])
    .executeTakeFirst();
  const perform = async (trx: Writer) => {
    const by = { accountId: twins.ofAny(settled?.byAccountId ?? null), at };
    accepted(
      await completeWorkshop(trx, await heldBy(trx, code, by, "workshop.change"), by),
      `The completion of ${code}`,
    );
  };
  return [{ at, perform }];
}

/** In the demo all are records: nobody is told of what happened before it was there. */
export async function certificateDeeds(
  { read }: Database,
  { id, code }: SeededWorkshop,
  twins: Twins,
  appUrl: string,
): Promise<Deed[]> {
  const issued = await read
    .selectFrom("certificate")
    .select(["enrolmentId", "issuedAt", "issuedBy"])
    .where("workshopId", "=", id)
    // what replaces another is not issued by itself
    .where("replacesId", "is", null)
    .execute();
  const together = Map.groupBy(issued, ({ issuedAt, issuedBy }) => JSON.stringify([issuedAt, issuedBy]));
  return [...together.values()].flatMap((certificates) => {
    const [first] = certificates;
    if (!first) return [];
    const { issuedAt: at, issuedBy } = first;
    const perform = async (trx: Writer) => {
      const enrolmentIds = certificates.map(({ enrolmentId }) => twins.of(enrolmentId));
      const request = { workshopId: twins.of(id), enrolmentIds, appUrl, fonts: readFontCoverage(), isRecord: true };
      const by = { accountId: twins.ofAny(issuedBy), at };
      await heldBy(trx, code, by, "certificate.issue");
      const { issued, refused } = await issueCertificates(trx, request, by);
      if (refused.length || issued.length !== enrolmentIds.length)
        throw new Error(`Certificates of ${code} are refused for ${refused.length} people.`);
    };
    return { at, perform };
  });
}
