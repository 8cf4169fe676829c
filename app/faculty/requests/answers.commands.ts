import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { AnswerInput } from "#app/faculty/form.ts";
import { type AnswerRefusal, answerOf, answerRefusal } from "#app/faculty/rules.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { settleGrant } from "./grants.commands.ts";
import { findRequest, findRequested } from "./requests.queries.ts";

type Answered =
  | { status: "answered"; accepted: number; declined: number /** Their roles have changed. */; isGranted: boolean }
  | { status: "refused"; because: AnswerRefusal | "moved" };

/**
 * What somebody says to a request: for each session that they have read, yes or no. The same answer, given twice, is
 * there once; another one changes the first. Whoever has asked is told of what is declined.
 */
export async function answerRequest(
  trx: Writer,
  requestId: Id<"teachingRequest">,
  { answer, accepted, seen, reason }: AnswerInput,
  by: By,
): Promise<Answered> {
  const found = await findRequest(trx, requestId);
  if (!found) return { status: "refused", because: "closed" };
  await hold(trx, "workshop", found.workshopId);
  // what another answer, or the desk, has left meanwhile
  const request = (await findRequest(trx, requestId)) ?? found;
  const requested = await findRequested(trx, request);
  if (!requested) return { status: "refused", because: "closed" };
  const sessions = requested.sessions.map(({ id, state, startsAt }) => ({ sessionId: id, state, startsAt }));
  const { closedAt } = request;
  const refusal = answerRefusal({ closedAt, workshopState: requested.workshop.state, sessions }, by.at);
  if (refusal) return { status: "refused", because: refusal };
  const outcome = answerOf(sessions, { accepted: answer === "accept" ? accepted : [], seen }, by.at);
  if (outcome.status === "moved") return { status: "refused", because: "moved" };
  for (const { sessionId, state } of outcome.changed)
    await trx
      .updateTable("sessionStaff")
      .set({ state })
      .where("facultyId", "=", request.facultyId)
      .where("sessionId", "=", sessionId as Id<"session">)
      .execute();
  const declined = outcome.changed.filter(({ state }) => state === "declined").length;
  await trx.updateTable("teachingRequest").set({ answeredAt: by.at, reason }).where("id", "=", requestId).execute();
  const isGranted = (await settleGrant(trx, request, by)) !== null;
  if (outcome.changed.length || reason !== request.reason) {
    const details = { accepted: outcome.changed.length - declined, declined };
    await audit(trx, by.at, { accountId: by.accountId, action: "teaching.answered", subjectId: requestId, details });
  }
  if (declined) await tellAsker(trx, request, by);
  return { status: "answered", accepted: outcome.changed.length - declined, declined, isGranted };
}

const tellAsker = (
  trx: Writer,
  { id, workshopId, personId }: NonNullable<Awaited<ReturnType<typeof findRequest>>>,
  { at }: By,
) => emit(trx, at, "teaching.declined", { teachingRequestId: id }, { workshopId, personId });
