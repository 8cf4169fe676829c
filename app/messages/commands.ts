import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { findMessage, findMessageById, type WholeMessage } from "./queries.ts";
import { listReaders, type Reader } from "./readers.queries.ts";
import { type Lack, lackOf, type MessageState, mayMove, unreachable } from "./rules.ts";

type Where = { workshopId: Id<"workshop">; id: Id<"message"> };

/** The message of an address, held: nobody else sends, stops or changes it until the transaction ends. */
export async function holdMessage(trx: Writer, { workshopId, id }: Where): Promise<WholeMessage | null> {
  await hold(trx, "message", id);
  return findMessage(trx, { workshopId, id });
}

type MoveRefusal = Lack | "notFromHere";
export type MoveOutcome = { status: "moved" } | { status: "refused"; because: MoveRefusal };

/** Somebody has taken a message up again that had stayed. */
const going = { stayedAt: null, stayedBecause: null };

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
  await trx
    .updateTable("message")
    .set({ state: "scheduled", sendAt, changedAt: at, ...going })
    .where("id", "=", id)
    .execute();
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
  await trx
    .updateTable("message")
    .set({ state: to, sendAt: null, changedAt: at, ...going })
    .where("id", "=", id)
    .execute();
  await audit(trx, at, { accountId, action, subjectId: id });
  return { status: "moved" };
}

/**
 * Sends a message whose time has come. Whoever has stopped it meanwhile has changed its state: then it stays as it is.
 * One that would reach nobody is a draft again, and says why.
 * @returns whether it goes
 */
export async function sendWhenDue(trx: Writer, id: Id<"message">, at: Instant): Promise<boolean> {
  await hold(trx, "message", id);
  const message = await findMessageById(trx, id);
  if (message?.state !== "scheduled" || message.sendAt === null || message.sendAt > at) return false;
  if (await staysBehind(trx, message, await listReaders(trx, message), at)) return false;
  await trx.updateTable("message").set({ state: "sent", sentAt: at }).where("id", "=", id).execute();
  await announce(trx, message, { accountId: null, at });
  return true;
}

/** Makes a message a draft again that was to go and would reach nobody. @returns whether it does */
export async function staysBehind(
  trx: Writer,
  message: WholeMessage,
  readers: readonly Reader[],
  at: Instant,
): Promise<boolean> {
  const because = unreachable(message, readers.length);
  if (!because) return false;
  const { id } = message;
  await trx
    .updateTable("message")
    .set({ state: "draft", sendAt: null, sentAt: null, stayedAt: at, stayedBecause: because })
    .where("id", "=", id)
    .execute();
  await audit(trx, at, { accountId: null, action: "message.stayed", subjectId: id, details: { because } });
  return true;
}

async function refusalOf(trx: Writer, message: WholeMessage, to: MessageState): Promise<MoveRefusal | null> {
  if (!mayMove(message.state, to, { isReady: true })) return "notFromHere";
  return lackOf(message, (await listReaders(trx, message)).length);
}

async function begin(trx: Writer, { id, workshopId }: WholeMessage, by: By): Promise<void> {
  const { at } = by;
  await trx
    .updateTable("message")
    .set({ state: "sent", sentAt: at, sendAt: null, changedAt: at, ...going })
    .where("id", "=", id)
    .execute();
  await announce(trx, { id, workshopId }, by);
}

async function announce(trx: Writer, { id, workshopId }: Where, { accountId, at }: By): Promise<void> {
  await emit(trx, at, "message.sent", { messageId: id }, { workshopId });
  await audit(trx, at, { accountId, action: "message.sent", subjectId: id });
}
