import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type MessageInput, messageTexts } from "./form.ts";
import { findMessage, type WholeMessage } from "./queries.ts";
import { listReaders } from "./readers.queries.ts";
import { halfWritten, isOpen, type MessageState, mayMove, writtenIn } from "./rules.ts";

type Where = { workshopId: Id<"workshop">; id: Id<"message"> };

/** The message of an address, held: nobody else sends, stops or changes it until the transaction ends. */
export async function holdMessage(trx: Writer, { workshopId, id }: Where): Promise<WholeMessage | null> {
  await hold(trx, "message", id);
  return findMessage(trx, { workshopId, id });
}

/** Keeps a new message as a draft. @returns its id */
export async function writeMessage(
  trx: Writer,
  workshopId: Id<"workshop">,
  input: MessageInput,
  { accountId, at }: By & { accountId: Id<"account"> },
): Promise<Id<"message">> {
  const id = newId<"message">();
  const { audience } = input;
  await trx
    .insertInto("message")
    .values({
      ...{ id, workshopId, audience, writtenBy: accountId, state: "draft", createdAt: at, changedAt: at },
      sessionId: await sessionOf(trx, workshopId, input),
    })
    .execute();
  await keepContent(trx, { id, workshopId }, input);
  await audit(trx, at, { accountId, action: "message.written", subjectId: id });
  return id;
}

export type ChangeRefusal = "sent" | "noText" | "halfText";

/** Changes a draft, or what waits for its time: that must still be fit to be sent. */
export async function changeMessage(
  trx: Writer,
  message: WholeMessage,
  input: MessageInput,
  { accountId, at }: By,
): Promise<{ status: "saved" } | { status: "refused"; because: ChangeRefusal }> {
  const { id, workshopId, state } = message;
  if (!isOpen(state)) return { status: "refused", because: "sent" };
  const texts = messageTexts(input);
  if (state === "scheduled") {
    if (!writtenIn(texts).length) return { status: "refused", because: "noText" };
    if (halfWritten(texts)) return { status: "refused", because: "halfText" };
  }
  await trx
    .updateTable("message")
    .set({ audience: input.audience, sessionId: await sessionOf(trx, workshopId, input), changedAt: at })
    .where("id", "=", id)
    .execute();
  await keepContent(trx, message, input);
  await audit(trx, at, { accountId, action: "message.changed", subjectId: id });
  return { status: "saved" };
}

/** The session of this workshop that was chosen; null where it has none of this id, or none is needed. */
async function sessionOf(trx: Writer, workshopId: Id<"workshop">, { audience, sessionId }: MessageInput) {
  if (audience !== "absent") return null;
  const session = await trx
    .selectFrom("session")
    .select("id")
    .where("id", "=", sessionId)
    .where("workshopId", "=", workshopId)
    .executeTakeFirst();
  return session?.id ?? null;
}

/** A text keeps its id when it is changed: what is to be tried is named by it. */
async function keepContent(trx: Writer, { id, workshopId }: Where, input: MessageInput): Promise<void> {
  const { subject, body } = messageTexts(input);
  for (const locale of locales) {
    const text = { subject: subject[locale], body: body[locale] };
    await trx
      .insertInto("messageText")
      .values({ id: newId(), messageId: id, locale, ...text })
      .onConflict((conflict) => conflict.columns(["messageId", "locale"]).doUpdateSet(text))
      .execute();
  }
  await trx.deleteFrom("messageChoice").where("messageId", "=", id).execute();
  if (input.audience !== "chosen" || !input.chosen.length) return;
  // only people of this workshop, whatever a form names
  const enrolments = await trx
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("id", "in", [...new Set(input.chosen)])
    .execute();
  if (!enrolments.length) return;
  await trx
    .insertInto("messageChoice")
    .values(enrolments.map((enrolment) => ({ messageId: id, enrolmentId: enrolment.id })))
    .execute();
}

export type MoveRefusal = "noText" | "halfText" | "noReaders" | "notFromHere";
export type MoveOutcome = { status: "moved" } | { status: "refused"; because: MoveRefusal };

/** Sends a message now. Who is in its group is found out as its copies are made. */
export async function sendMessage(trx: Writer, message: WholeMessage, by: By): Promise<MoveOutcome> {
  const because = await refusalOf(trx, message, "sent");
  if (because) return { status: "refused", because };
  await begin(trx, message, by);
  return { status: "moved" };
}

/** Lets a message wait for its time; one that waits already gets another time. */
export async function scheduleMessage(
  trx: Writer,
  message: WholeMessage,
  sendAt: Instant,
  { accountId, at }: By,
): Promise<MoveOutcome> {
  const because = await refusalOf(trx, message, "scheduled");
  if (because) return { status: "refused", because };
  const { id } = message;
  await trx.updateTable("message").set({ state: "scheduled", sendAt, changedAt: at }).where("id", "=", id).execute();
  await audit(trx, at, { accountId, action: "message.scheduled", subjectId: id, details: { sendAt } });
  return { status: "moved" };
}

const settings = {
  stop: { to: "draft", from: "scheduled", action: "message.stopped" },
  discard: { to: "cancelled", from: "draft", action: "message.discarded" },
  restore: { to: "draft", from: "cancelled", action: "message.restored" },
} as const;

/** Stops what waits for its time, throws a draft away, or takes it up again. */
export async function settleMessage(
  trx: Writer,
  { id, state }: WholeMessage,
  deed: keyof typeof settings,
  { accountId, at }: By,
): Promise<MoveOutcome> {
  const { to, from, action } = settings[deed];
  if (state !== from || !mayMove(state, to, { isReady: true })) return { status: "refused", because: "notFromHere" };
  await trx.updateTable("message").set({ state: to, sendAt: null, changedAt: at }).where("id", "=", id).execute();
  await audit(trx, at, { accountId, action, subjectId: id });
  return { status: "moved" };
}

/**
 * Sends a message whose time has come. Whoever has stopped it meanwhile has changed its state, which is asked once more
 * as it is written: then it stays.
 * @returns whether it goes
 */
export async function sendWhenDue(trx: Writer, id: Id<"message">, at: Instant): Promise<boolean> {
  const due = await trx
    .updateTable("message")
    .set({ state: "sent", sentAt: at })
    .where("id", "=", id)
    .where("state", "=", "scheduled")
    .where("sendAt", "<=", at)
    .returning("workshopId")
    .executeTakeFirst();
  if (!due) return false;
  await announce(trx, { id, ...due }, { accountId: null, at });
  return true;
}

async function refusalOf(trx: Writer, message: WholeMessage, to: MessageState): Promise<MoveRefusal | null> {
  if (!mayMove(message.state, to, { isReady: true })) return "notFromHere";
  if (!writtenIn(message.texts).length) return "noText";
  if (halfWritten(message.texts)) return "halfText";
  return (await listReaders(trx, message)).length ? null : "noReaders";
}

async function begin(trx: Writer, { id, workshopId }: WholeMessage, by: By): Promise<void> {
  const { at } = by;
  await trx
    .updateTable("message")
    .set({ state: "sent", sentAt: at, sendAt: null, changedAt: at })
    .where("id", "=", id)
    .execute();
  await announce(trx, { id, workshopId }, by);
}

async function announce(trx: Writer, { id, workshopId }: Where, { accountId, at }: By): Promise<void> {
  await emit(trx, at, "message.sent", { messageId: id }, { workshopId });
  await audit(trx, at, { accountId, action: "message.sent", subjectId: id });
}
