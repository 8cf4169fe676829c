import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** The messages that somebody has written, those for which they were chosen, and the copies that went to them. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  messagesWritten: await listWritten(db, owner),
  messagesChosenFor: await listChosenFor(db, owner),
  messageCopies: await listOwnCopies(db, owner),
});

const listWritten = (db: Reader, { accountIds }: Owner) =>
  db
    .selectFrom("message")
    .innerJoin("workshop", "workshop.id", "message.workshopId")
    .innerJoin("messageText", "messageText.messageId", "message.id")
    .select(["workshop.code as workshop", "message.state", "message.audience", "message.createdAt", "message.sentAt"])
    .select(["messageText.locale", "messageText.subject", "messageText.body"])
    .where("message.writtenBy", "in", accountIds)
    .orderBy("message.createdAt")
    .execute();

const listChosenFor = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("messageChoice")
    .innerJoin("enrolment", "enrolment.id", "messageChoice.enrolmentId")
    .innerJoin("message", "message.id", "messageChoice.messageId")
    .select(["message.state", "message.createdAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("message.createdAt")
    .execute();

const listOwnCopies = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("messageRecipient")
    .innerJoin("enrolment", "enrolment.id", "messageRecipient.enrolmentId")
    .innerJoin("message", "message.id", "messageRecipient.messageId")
    .innerJoin("workshop", "workshop.id", "message.workshopId")
    .select(["workshop.code as workshop", "messageRecipient.locale", "messageRecipient.textLocale", "message.sentAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("message.sentAt")
    .execute();
