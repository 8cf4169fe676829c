import type { Texts } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { MessageTexts } from "./rules.ts";

const columns = [
  "message.id",
  "message.workshopId",
  "message.writtenBy",
  "message.state",
  "message.audience",
  "message.sessionId",
  "message.sendAt",
  "message.createdAt",
  "message.changedAt",
  "message.sentAt",
  "message.stayedAt",
  "message.stayedBecause",
] as const;

type StoredMessage = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
export type WholeMessage = StoredMessage & { texts: MessageTexts };

const rowOf = (db: Reader, id: Id<"message">) =>
  db.selectFrom("message").select(columns).where("message.id", "=", id).executeTakeFirst();

/** A message of a workshop, with its texts; null where that workshop has none of this id. */
export async function findMessage(
  db: Reader,
  { workshopId, id }: { workshopId: Id<"workshop">; id: Id<"message"> },
): Promise<WholeMessage | null> {
  const message = await findMessageById(db, id);
  return message?.workshopId === workshopId ? message : null;
}

export async function findMessageById(db: Reader, id: Id<"message">): Promise<WholeMessage | null> {
  const row = await rowOf(db, id);
  return row ? { ...row, texts: await findTexts(db, id) } : null;
}

async function findTexts(db: Reader, id: Id<"message">): Promise<MessageTexts> {
  const rows = await db
    .selectFrom("messageText")
    .select(["locale", "subject", "body"])
    .where("messageId", "=", id)
    .execute();
  const inAll = (field: "subject" | "body"): Texts => Object.fromEntries(rows.map((row) => [row.locale, row[field]]));
  return { subject: inAll("subject"), body: inAll("body") };
}

/** The texts of a message, each by an id of its own. */
export const listTextIds = (db: Reader, messageId: Id<"message">) =>
  db.selectFrom("messageText").select(["id", "locale", "body"]).where("messageId", "=", messageId).execute();

/** One text, and of which message it is. */
export async function findText(db: Reader, id: Id<"messageText">) {
  const text = await db
    .selectFrom("messageText")
    .innerJoin("message", "message.id", "messageText.messageId")
    .select(["messageText.locale", "messageText.subject", "messageText.body"])
    .select(["message.id as messageId", "message.workshopId", "message.writtenBy"])
    .where("messageText.id", "=", id)
    .executeTakeFirst();
  return text ?? null;
}

/** Who was chosen; by the enrolment that counts, where theirs has become part of another. */
export async function listChosen(db: Reader, messageId: Id<"message">): Promise<Id<"enrolment">[]> {
  const rows = await db
    .selectFrom("messageChoice")
    .innerJoin("enrolment", "enrolment.id", "messageChoice.enrolmentId")
    .select(({ fn }) => fn.coalesce("enrolment.mergedIntoId", "enrolment.id").as("enrolmentId"))
    .where("messageId", "=", messageId)
    .orderBy("messageChoice.enrolmentId")
    .execute();
  return [...new Set(rows.map(({ enrolmentId }) => enrolmentId))];
}

/** The messages that were written in a workshop, the newest first, with their subjects. */
export async function listMessages(db: Reader, workshopId: Id<"workshop">, limit: number) {
  const rows = await db
    .selectFrom("message")
    .select(columns)
    .where("message.workshopId", "=", workshopId)
    .orderBy("message.createdAt", "desc")
    .orderBy("message.id", "desc")
    .limit(limit)
    .execute();
  if (!rows.length) return [];
  const texts = await db
    .selectFrom("messageText")
    .select(["messageId", "locale", "subject"])
    .where(
      "messageId",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  const byMessage = Map.groupBy(texts, ({ messageId }) => messageId);
  return rows.map((row) => ({
    ...row,
    subject: Object.fromEntries((byMessage.get(row.id) ?? []).map(({ locale, subject }) => [locale, subject])) as Texts,
  }));
}

export const countMessages = async (db: Reader, workshopId: Id<"workshop">): Promise<number> =>
  (
    await db
      .selectFrom("message")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("workshopId", "=", workshopId)
      .executeTakeFirstOrThrow()
  ).count;

/** Messages whose time has come, the longest awaited first. */
export const listDue = (db: Reader, at: Instant, limit = 50) =>
  db
    .selectFrom("message")
    .select("id")
    .where("state", "=", "scheduled")
    .where("sendAt", "<=", at)
    .orderBy("sendAt")
    .limit(limit)
    .execute();

/** A copy, and of which message it is. */
export async function findCopy(db: Reader, id: Id<"messageRecipient">) {
  const copy = await db
    .selectFrom("messageRecipient")
    .innerJoin("enrolment", "enrolment.id", "messageRecipient.enrolmentId")
    .select(["messageRecipient.id", "messageRecipient.messageId", "messageRecipient.textLocale"])
    .select(["messageRecipient.jobId", "enrolment.personId"])
    .where("messageRecipient.id", "=", id)
    .executeTakeFirst();
  return copy ?? null;
}
