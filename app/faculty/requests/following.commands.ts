import type { By } from "#app/access/actor.ts";
import { isAnswerable, isReminderDue } from "#app/faculty/rules.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import { closeRequest } from "./asking.commands.ts";
import { settleGrant } from "./grants.commands.ts";
import { findRequest, findRequested, type RequestedSession, type TeachingRequest } from "./requests.queries.ts";
import { type ToldTeaching, teachingChanges } from "./told.rules.ts";

/** Writes once more to somebody who has not answered, where that is due. */
export async function remindOf(trx: Writer, id: TeachingRequest["id"], at: Instant): Promise<void> {
  const found = await openRequest(trx, id);
  if (!found) return;
  const { request, sessions } = found;
  const asked = sessions.map(({ id: sessionId, state, startsAt }) => ({ sessionId, state, startsAt }));
  if (!isReminderDue({ ...request, sessions: asked }, at)) return;
  await trx
    .updateTable("teachingRequest")
    .set({ reminders: request.reminders + 1, remindedAt: at })
    .where("id", "=", id)
    .execute();
  const { workshopId, personId } = request;
  await emit(trx, at, "teaching.reminded", { teachingRequestId: id }, { workshopId, personId });
}

/** The program itself, not somebody. */
const byItself = (at: Instant): By => ({ accountId: null, at });

/** Has somebody told of what has changed for them, and closes what nobody is asked for any more. */
export async function followRequest(trx: Writer, id: TeachingRequest["id"], at: Instant): Promise<void> {
  const found = await openRequest(trx, id);
  if (!found) return;
  const { request, sessions, isCancelled } = found;
  const told = JSON.parse(request.told) as ToldTeaching[];
  const own = sessions.filter(({ state }) => isTheirs(state));
  const changes = teachingChanges(told, own, at);
  await trx.updateTable("teachingRequest").set({ toldAt: at }).where("id", "=", id).execute();
  const isLeft = isCancelled || (changes.length > 0 && !own.some((session) => isAnswerable(session, at)));
  if (isLeft) return closeRequest(trx, request, { by: byItself(at), isTold: told.some(({ endsAt }) => endsAt > at) });
  if (!changes.length) return;
  const { workshopId, personId } = request;
  await emit(trx, at, "teaching.replanned", { teachingRequestId: id }, { workshopId, personId });
}

export const isTheirs = (state: RequestedSession["state"]) => state === "asked" || state === "accepted";

/** Gives and takes back the role that follows from teaching. */
export async function settleRequest(trx: Writer, id: TeachingRequest["id"], at: Instant): Promise<void> {
  const request = await findRequest(trx, id);
  if (!request) return;
  await hold(trx, "workshop", request.workshopId);
  await settleGrant(trx, (await findRequest(trx, id)) ?? request, byItself(at));
}

/** A request that is still open, with its workshop held. */
async function openRequest(trx: Writer, id: TeachingRequest["id"]) {
  const found = await findRequest(trx, id);
  if (!found) return null;
  await hold(trx, "workshop", found.workshopId);
  const request = await findRequest(trx, id);
  const requested = request && (await findRequested(trx, request));
  if (!requested || request.closedAt !== null) return null;
  return { request, sessions: requested.sessions, isCancelled: requested.workshop.state === "cancelled" };
}
