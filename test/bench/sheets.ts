import { seatedStates } from "#app/enrolment/rules.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The attendance of one session. */
export type Sheet = { workshopId: Id<"workshop">; code: string; number: number; enrolmentIds: Id<"enrolment">[] };

/** So many people are on a sheet. */
const people = 40;

/** The first sheet of a workshop that is over: it runs again, with fewer people. */
export async function takenSheet(trx: Writer, workshopId: Id<"workshop">): Promise<Sheet> {
  const [first] = await sheetsOf(trx, workshopId);
  if (!first) throw new Error("A workshop of the seed has no sessions.");
  return first;
}

/** The first `count` sheets of such workshops, and nothing recorded on them. */
export async function blankSheets(trx: Writer, workshopIds: Id<"workshop">[], count: number): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const workshopId of workshopIds) {
    if (sheets.length >= count) break;
    await forgetMarks(trx, workshopId);
    sheets.push(...(await sheetsOf(trx, workshopId)));
  }
  return sheets.slice(0, count);
}

async function sheetsOf(trx: Writer, workshopId: Id<"workshop">): Promise<Sheet[]> {
  const enrolmentIds = await keepFew(trx, workshopId);
  const change = { state: "running", seatsTaken: enrolmentIds.length } as const;
  const { code } = await trx
    .updateTable("workshop")
    .set(change)
    .where("id", "=", workshopId)
    .returning("code")
    .executeTakeFirstOrThrow();
  const sessions = await trx
    .selectFrom("session")
    .select("number")
    .where("workshopId", "=", workshopId)
    .orderBy("number")
    .execute();
  return sessions.map(({ number }) => ({ workshopId, code, number, enrolmentIds }));
}

/** @returns the enrolments that keep their seats */
async function keepFew(trx: Writer, workshopId: Id<"workshop">): Promise<Id<"enrolment">[]> {
  const seated = await trx
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("state", "in", [...seatedStates])
    .orderBy("ticket")
    .execute();
  const ids = seated.map(({ id }) => id);
  const [kept, others] = [ids.slice(0, people), ids.slice(people)];
  await trx.updateTable("enrolment").set({ state: "confirmed" }).where("id", "in", kept).execute();
  await trx.updateTable("enrolment").set({ state: "withdrawn" }).where("id", "in", others).execute();
  return kept;
}

async function forgetMarks(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  const itsSessions = () => trx.selectFrom("session").select("id").where("workshopId", "=", workshopId);
  await trx.deleteFrom("markCorrection").where("sessionId", "in", itsSessions()).execute();
  await trx.deleteFrom("mark").where("sessionId", "in", itsSessions()).execute();
}
