import { holderEmail, isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** What a letter says of an act: what it has made of an enrolment, its words, and who answers for it. */
export async function findLetterOf(db: Reader, actId: Id<"enrolmentAct">, enrolmentId: Id<"enrolment">) {
  const act = await db
    .selectFrom("enrolmentAct as act")
    .innerJoin("enrolmentEvent as event", "event.actId", "act.id")
    .select(["act.note", "act.undoneAt", "act.byAccountId", "event.toState"])
    .where("act.id", "=", actId)
    .where("event.enrolmentId", "=", enrolmentId)
    .executeTakeFirst();
  if (!act) return null;
  const coordinator = act.byAccountId && (await findCoordinator(db, act.byAccountId));
  return { ...act, coordinator: coordinator || null };
}

/** Whoever can sign in no more answers no letters. */
const findCoordinator = (db: Reader, accountId: Id<"account">) =>
  db
    .selectFrom("account")
    .innerJoin("person", (join) => join.on(isHolder))
    .select([
      holderEmail.as("email"),
      "person.familyName",
      "person.givenName",
      "person.secondSurname",
      "person.nativeName",
    ])
    .select("person.country")
    .where("account.id", "=", accountId)
    .where("account.disabledAt", "is", null)
    .executeTakeFirst();
