import type { By } from "#app/access/actor.ts";
import { standsFrom, versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { recordEvent } from "#app/enrolment/events.commands.ts";
import { endOffer, makeOffer } from "#app/enrolment/offers/offers.commands.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import { forgetTold } from "#app/enrolment/told/told.commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { EventName } from "#app/outbox/events.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { Schema } from "#db/schema.ts";
import { findFormer, isReached } from "./before.queries.ts";

/** An act as it begins: what it changes is noted under it, so that it can be undone. */
export type BehalfAct = {
  id: Id<"enrolmentAct">;
  workshopId: Id<"workshop">;
  /** Why, for the history of whoever it is about. */
  reason: string | null;
  by: By;
};

type Beginning = Pick<BehalfAct, "workshopId" | "reason"> & {
  kind: Schema["enrolmentAct"]["kind"];
  /** Words for whoever it is about, which stand in their letter. */
  note: string | null;
};

/** A coordinator acts for somebody else, in a workshop that is held. */
export async function beginAct(trx: Writer, { note, kind, ...act }: Beginning, by: By): Promise<BehalfAct> {
  const id = newId<"enrolmentAct">();
  const { workshopId } = act;
  const whose = { workshopId, byAccountId: by.accountId, at: by.at };
  await trx
    .insertInto("enrolmentAct")
    .values({ id, kind, note, ...whose })
    .execute();
  return { id, ...act, by };
}

type Enrolment = { id: Id<"enrolment">; personId: Id<"person"> };
type LetterName = Extract<EventName, `enrolment.${"added" | "removed" | "seated" | "unseated"}`>;

type Change = {
  from: EnrolmentState;
  to: EnrolmentState;
  /** Another place in the queue. */
  ticket?: number;
  /** What its holder is told by; null for nothing. */
  letter: LetterName | null;
};

/** Brings the enrolment that an act is about into another state, or to another place in the queue. */
export async function changeWithin(trx: Writer, act: BehalfAct, enrolment: Enrolment, change: Change): Promise<void> {
  const { from, to, ticket } = change;
  const { by, reason } = act;
  const former = await findFormer(trx, enrolment.id);
  await trx
    .updateTable("enrolment")
    .set({
      ...{ state: to, changedAt: by.at },
      ...(ticket === undefined ? {} : { ticket }),
      ...(to === "withdrawn" && { quotaId: null }),
    })
    .where("id", "=", enrolment.id)
    .execute();
  if (to === "withdrawn") await forgetTold(trx, enrolment.id);
  if (to === "confirmed") await makeOffer(trx, { enrolmentId: enrolment.id, workshopId: act.workshopId }, by);
  else await endOffer(trx, enrolment.id, by.at);
  await recordEvent(trx, { enrolmentId: enrolment.id, from, to, actId: act.id, reason }, by);
  const letterId = change.letter && (await tellOf(trx, act, enrolment, change.letter));
  await keepBefore(trx, act, { enrolment, former, letterId });
}

/** Somebody moves up into a seat that an act has freed: they are told as ever, and it is undone with the act. */
export async function moveUpWithin(trx: Writer, act: BehalfAct, enrolment: Enrolment): Promise<void> {
  const { at } = act.by;
  const { id: enrolmentId, personId } = enrolment;
  const former = await findFormer(trx, enrolmentId);
  await trx.updateTable("enrolment").set({ state: "confirmed", changedAt: at }).where("id", "=", enrolmentId).execute();
  const move = { enrolmentId, from: "reserve", to: "confirmed", actId: act.id } as const;
  const byItself = { accountId: null, at };
  await recordEvent(trx, move, byItself);
  await makeOffer(trx, { enrolmentId, workshopId: act.workshopId }, byItself);
  const about = { workshopId: act.workshopId, personId, dueAt: standsFrom(at) };
  const [letterId = null] = await emit(trx, at, "enrolment.promoted", { enrolmentId }, about);
  await keepBefore(trx, act, { enrolment, former, letterId });
}

/** Has a letter go out once the act can be undone no more. Whoever has no address is told by the coordinator. */
export async function tellOf(trx: Writer, act: BehalfAct, { id, personId }: Enrolment, letter: LetterName) {
  if (!(await isReached(trx, personId))) return null;
  const { at } = act.by;
  const about = { workshopId: act.workshopId, personId, dueAt: standsFrom(at) };
  const [jobId = null] = await emit(trx, at, letter, { enrolmentId: id, enrolmentActId: act.id }, about);
  return jobId;
}

type Before = {
  enrolment: Enrolment;
  /** Null for whoever was never enrolled. */
  former: Awaited<ReturnType<typeof findFormer>> | null;
  letterId: Id<"outbox"> | null;
};

/** Notes what an enrolment was, once it has been changed. */
export async function keepBefore(trx: Writer, act: BehalfAct, { enrolment, former, letterId }: Before): Promise<void> {
  const row = await trx
    .selectFrom("enrolment")
    .select(["state", "ticket", "changedAt"])
    .where("id", "=", enrolment.id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("enrolmentBefore")
    .values({
      actId: act.id,
      enrolmentId: enrolment.id,
      former: former && JSON.stringify(former),
      became: versionOf(row),
      letterId,
    })
    .execute();
}
