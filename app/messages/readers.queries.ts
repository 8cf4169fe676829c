import { listMarks } from "#app/attendance/queries.ts";
import type { Reader as Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listChosen } from "./queries.ts";
import { type Audience, audienceOf, type Picks } from "./rules.ts";

export type Reader = Awaited<ReturnType<typeof listMembers>>[number];

/** Everybody of a workshop, whatever their state; without an address where no letter reaches them. */
export async function listMembers(db: Database, workshopId: Id<"workshop">) {
  const rows = await db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("account", "account.personId", "person.id")
    .select(["enrolment.id as enrolmentId", "enrolment.state", "enrolment.personId"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select(["person.kana", "person.latinName", "person.country", "person.locale", "person.zone"])
    .select(["account.email", "account.disabledAt", "person.email as otherEmail"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("enrolment.mergedIntoId", "is", null)
    .orderBy("enrolment.ticket")
    .orderBy("enrolment.id")
    .execute();
  return rows.map(({ disabledAt, email, otherEmail, ...member }) => ({
    ...member,
    email: disabledAt ? null : (email ?? otherEmail),
  }));
}

type Addressed = { workshopId: Id<"workshop">; audience: Audience; sessionId: Id<"session"> | null };

/** Whom a message reaches as things stand: its group is looked up anew each time, until it has gone. */
export async function listReaders(db: Database, message: Addressed & { id: Id<"message"> }): Promise<Reader[]> {
  const chosen = message.audience === "chosen" ? await listChosen(db, message.id) : [];
  return listReadersOf(db, { ...message, chosen });
}

/** The same of one whose choice is not stored yet. */
export async function listReadersOf(
  db: Database,
  { workshopId, audience, sessionId, chosen }: Addressed & { chosen: readonly Id<"enrolment">[] },
): Promise<Reader[]> {
  const absent = audience === "absent" && sessionId ? await listAbsent(db, sessionId) : [];
  const picks: Picks = { absent: new Set(absent), chosen: new Set(chosen) };
  return audienceOf(await listMembers(db, workshopId), audience, picks);
}

/** Who was not in a session, excused or not. */
async function listAbsent(db: Database, sessionId: Id<"session">): Promise<Id<"enrolment">[]> {
  const marks = await listMarks(db, sessionId);
  return [...marks].filter(([, status]) => status === "absent" || status === "excused").map(([id]) => id);
}
