import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const columns = ["id", "kind", "toAddress", "locale", "subject", "composedAt", "sentAt"] as const;

/** A workshop's messages, or everybody's, newest first. */
export async function listMail(
  db: Reader,
  { workshopId, limit = 100 }: { workshopId?: Id<"workshop">; limit?: number },
) {
  let query = db.selectFrom("mail").select(columns).orderBy("composedAt", "desc").orderBy("id", "desc").limit(limit);
  if (workshopId !== undefined) query = query.where("workshopId", "=", workshopId);
  return query.execute();
}

/** What was written to somebody, newest first: of these workshops, and of none. */
export const listMailTo = (db: Reader, personId: Id<"person">, workshopIds: Id<"workshop">[], most: number) =>
  db
    .selectFrom("mail")
    .select(columns)
    .where("personId", "=", personId)
    .where((eb) =>
      eb.or([eb("workshopId", "is", null), ...(workshopIds.length ? [eb("workshopId", "in", workshopIds)] : [])]),
    )
    .orderBy("composedAt", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();

/** One message with its bodies, as far as they are kept. */
export const findMail = (db: Reader, id: Id<"outbox">) =>
  db
    .selectFrom("mail")
    .select([...columns, "bodyText", "bodyHtml"])
    .where("id", "=", id)
    .executeTakeFirst();

/** A job that is run again must not send its message again. */
export async function isMailSent(db: Reader, id: Id<"outbox">): Promise<boolean> {
  const row = await db.selectFrom("mail").select("sentAt").where("id", "=", id).executeTakeFirst();
  return Boolean(row?.sentAt);
}
