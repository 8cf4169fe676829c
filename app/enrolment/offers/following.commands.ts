import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { giveUp, holdOffer } from "./answers.commands.ts";
import { type ExtensionProblem, endOf, extensionProblem, remindersDue } from "./offers.rules.ts";

/**
 * Ends an offer whose day is over: the seat goes to the next. Where the workshop has begun or is not held, only the
 * question ends. What somebody has answered meanwhile stays: it is looked at again once the workshop is held.
 */
export async function followOffer(trx: Writer, id: Id<"offer">, at: Instant): Promise<void> {
  const held = await holdOffer(trx, id);
  const end = held && endOf(held.offer, held.workshop, at);
  if (!end) return;
  await trx.updateTable("offer").set({ state: end, endedAt: at }).where("id", "=", id).execute();
  if (end === "withdrawn") return;
  const { enrolmentId: subjectId, answerByOn } = held.offer;
  const details = { answerBy: answerByOn };
  await audit(trx, at, { accountId: null, action: "enrolment.lapsed", subjectId, details });
  await giveUp(trx, held.offer, { accountId: null, at });
}

/** Writes once more to somebody who has not answered, where that is due. */
export async function remindOfOffer(trx: Writer, id: Id<"offer">, at: Instant): Promise<void> {
  const held = await holdOffer(trx, id);
  const due = held && remindersDue(held.offer, held.workshop, at);
  if (!due) return;
  await trx.updateTable("offer").set({ reminders: due }).where("id", "=", id).execute();
  await emitReminder(trx, held.offer, at);
}

type Reminded = NonNullable<Awaited<ReturnType<typeof holdOffer>>>["offer"];

const emitReminder = (trx: Writer, { id, workshopId, personId }: Reminded, at: Instant) =>
  emit(trx, at, "offer.reminded", { offerId: id }, { workshopId, personId });

type Extended = { status: "extended" } | { status: "refused"; because: ExtensionProblem | "missing" };

/** Somebody has until a later day to answer, and is told so. Their reminders are counted anew. */
export async function extendOffer(
  trx: Writer,
  id: Id<"offer">,
  { day, reason }: { day: LocalDate; reason: string },
  { accountId, at }: By,
): Promise<Extended> {
  const held = await holdOffer(trx, id);
  if (!held) return { status: "refused", because: "missing" };
  const { offer, workshop } = held;
  const problem = extensionProblem(workshop, offer, { day, at });
  if (problem) return { status: "refused", because: problem };
  const values = { answerByOn: day, countedFromOn: localDate(at, workshop.zone), reminders: 0 };
  await trx.updateTable("offer").set(values).where("id", "=", id).execute();
  const details = { from: offer.answerByOn, answerBy: day, reason };
  await audit(trx, at, { accountId, action: "enrolment.offerExtended", subjectId: offer.enrolmentId, details });
  await emitReminder(trx, { ...offer, ...values }, at);
  return { status: "extended" };
}
