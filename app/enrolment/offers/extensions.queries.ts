import { listEntriesAbout } from "#app/audit/queries.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";

export type Extension = Awaited<ReturnType<typeof listExtensions>>[number];

/** When somebody was given more time to answer, until when, by whom and why, the oldest first: the record has it. */
export async function listExtensions(db: Reader, enrolmentId: Id<"enrolment">) {
  const entries = await listEntriesAbout(db, { actions: ["enrolment.offerExtended"], subjectId: enrolmentId });
  const ids = entries.flatMap(({ accountId }) => (accountId ? [asId<"account">(accountId)] : []));
  const people = ids.length ? await listPeople(db, ids) : [];
  return entries.map(({ at, accountId, details }) => ({
    at,
    from: details.from as LocalDate,
    until: details.answerBy as LocalDate,
    reason: String(details.reason ?? ""),
    by: people.find(({ id }) => id === accountId) ?? null,
  }));
}

const listPeople = (db: Reader, ids: Id<"account">[]) =>
  db
    .selectFrom("account")
    .innerJoin("person", (join) => join.on(isHolder))
    .select(["account.id", "person.familyName", "person.givenName", "person.secondSurname"])
    .select(["person.nativeName", "person.country"])
    .where("account.id", "in", ids)
    .execute();
