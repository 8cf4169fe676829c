import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { staysBehind } from "#app/messages/commands.ts";
import { listTextIds, type WholeMessage } from "#app/messages/queries.ts";
import { listReaders } from "#app/messages/readers.queries.ts";
import { copyState, textLocaleFor, writtenIn } from "#app/messages/rules.ts";
import { emit, retryJob } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { listCopies } from "./copies.queries.ts";

/**
 * Makes a copy of a message for each whom it is for now, and sends it to whoever has an address. Each has one, whatever
 * happens twice. Where there is nobody any more, it has not gone: it is a draft again.
 */
export async function spreadMessage(trx: Writer, message: WholeMessage, at: Instant): Promise<void> {
  const { id: messageId, workshopId } = message;
  const written = writtenIn(message.texts);
  const readers = await listReaders(trx, message);
  if (await staysBehind(trx, message, readers, at)) return;
  for (const { enrolmentId, personId, locale, email } of readers) {
    const textLocale = textLocaleFor(written, locale);
    if (!textLocale) return;
    const id = newId<"messageRecipient">();
    const jobId = email ? await emitCopy(trx, at, { id, workshopId, personId }) : null;
    await trx
      .insertInto("messageRecipient")
      .values({ id, messageId, enrolmentId, locale, textLocale, jobId })
      .execute();
  }
}

type Copy = { id: Id<"messageRecipient">; workshopId: Id<"workshop">; personId: Id<"person"> };

async function emitCopy(trx: Writer, at: Instant, { id, workshopId, personId }: Copy): Promise<Id<"outbox"> | null> {
  const about = { workshopId, personId };
  const [jobId] = await emit(trx, at, "message.copied", { messageRecipientId: id }, about);
  return jobId ?? null;
}

/**
 * Sends copies again: one that is named, whatever became of it, or all that have failed or had no address. What is on
 * its way is left alone: a second press finds it so.
 * @returns how many
 */
export async function resendCopies(
  trx: Writer,
  { id: messageId, workshopId }: WholeMessage,
  only: Id<"messageRecipient"> | null,
  { accountId, at }: By,
): Promise<number> {
  const copies = await listCopies(trx, messageId, { only });
  const wanted = copies.filter((copy) => {
    const state = copyState(copy);
    return state !== "waiting" && (only !== null || state !== "sent");
  });
  for (const { id, personId, jobId, failedAt } of wanted) {
    const isRetried = jobId !== null && failedAt !== null && (await retryJob(trx, { jobId, workshopId, at }));
    if (isRetried) continue;
    const anew = await emitCopy(trx, at, { id, workshopId, personId });
    await trx.updateTable("messageRecipient").set({ jobId: anew }).where("id", "=", id).execute();
  }
  if (wanted.length)
    await audit(trx, at, {
      accountId,
      action: "message.resent",
      subjectId: messageId,
      details: { copies: wanted.length },
    });
  return wanted.length;
}

/** Sends each text of a message to somebody who wants to see it as it arrives. @returns how many there are */
export async function tryMessage(
  trx: Writer,
  { id: messageId, workshopId, texts }: WholeMessage,
  personId: Id<"person">,
  { accountId, at }: By,
): Promise<number> {
  const written = writtenIn(texts);
  const tried = (await listTextIds(trx, messageId)).filter(({ locale }) => written.includes(locale));
  for (const { id } of tried)
    await emit(trx, at, "message.tried", { messageTextId: id, personId }, { workshopId, personId });
  await audit(trx, at, { accountId, action: "message.tried", subjectId: messageId });
  return tried.length;
}
