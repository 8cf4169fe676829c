import { type CopyState, withoutAddress } from "#app/messages/rules.ts";
import { type From, type ListPlace, readPage } from "#app/tables/key-paging.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type Copy = Awaited<ReturnType<typeof listCopies>>[number];

/** The copies of a sent message in the order in which they were made, each with what became of it. */
export const listCopies = (
  db: Reader,
  messageId: Id<"message">,
  { only, limit = 20_000 }: { only: Id<"messageRecipient"> | null; limit?: number },
) => {
  const query = copies(db, messageId).orderBy("messageRecipient.id").limit(limit);
  return (only ? query.where("messageRecipient.id", "=", only) : query).execute();
};

const copies = (db: Reader, messageId: Id<"message">) =>
  db
    .selectFrom("messageRecipient")
    .innerJoin("enrolment", "enrolment.id", "messageRecipient.enrolmentId")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("mail", "mail.id", "messageRecipient.jobId")
    .leftJoin("outbox", "outbox.id", "messageRecipient.jobId")
    .select(["messageRecipient.id", "messageRecipient.locale", "messageRecipient.textLocale"])
    .select(["messageRecipient.jobId", "enrolment.personId", "mail.sentAt", "mail.toAddress", "mail.composedAt"])
    .select(["outbox.id as waitsIn", "outbox.doneAt", "outbox.failedAt", "outbox.lastError"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select("person.latinName")
    .where("messageRecipient.messageId", "=", messageId);

/** A page of the copies; of one state where that is asked for. */
export const listCopyPage = (
  db: Reader,
  messageId: Id<"message">,
  { place, state, size }: { place: ListPlace<"messageRecipient">; state: CopyState | null; size: number },
) =>
  readPage(place, size, {
    findKey: async (id) =>
      (
        await db
          .selectFrom("messageRecipient")
          .select("id")
          .where("id", "=", id)
          .where("messageId", "=", messageId)
          .executeTakeFirst()
      )?.id,
    read: (from: From<Id<"messageRecipient">>, most) => {
      const query = inState(copies(db, messageId), state).limit(most);
      if (!from) return query.orderBy("messageRecipient.id").execute();
      return query
        .where("messageRecipient.id", from.isBack ? "<" : ">", from.key)
        .orderBy("messageRecipient.id", from.isBack ? "desc" : "asc")
        .execute();
    },
  });

function inState(query: ReturnType<typeof copies>, state: CopyState | null) {
  if (state === null) return query;
  if (state === "sent")
    return query
      .where("messageRecipient.jobId", "is not", null)
      .where((row) => row.or([row("outbox.id", "is", null), row("outbox.doneAt", "is not", null)]));
  if (state === "waiting")
    return query
      .where("outbox.id", "is not", null)
      .where("outbox.doneAt", "is", null)
      .where("outbox.failedAt", "is", null);
  if (state === "failed")
    return query.where("outbox.failedAt", "is not", null).where("outbox.lastError", "not in", withoutAddress);
  return query.where((row) =>
    row.or([
      row("messageRecipient.jobId", "is", null),
      row.and([row("outbox.failedAt", "is not", null), row("outbox.lastError", "in", withoutAddress)]),
    ]),
  );
}

/** What became of each copy of a message. */
export const listCopyStates = (db: Reader, messageId: Id<"message">) =>
  db
    .selectFrom("messageRecipient")
    .leftJoin("outbox", "outbox.id", "messageRecipient.jobId")
    .select(["messageRecipient.jobId", "outbox.id as waitsIn", "outbox.doneAt", "outbox.failedAt", "outbox.lastError"])
    .where("messageRecipient.messageId", "=", messageId)
    .execute();
