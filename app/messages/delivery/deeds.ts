import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { spend, takeBack } from "#app/limits/commands.ts";
import { messageLimits } from "#app/limits/limits.ts";
import { holdMessage, type MoveOutcome, scheduleMessage, sendMessage, settleMessage } from "#app/messages/commands.ts";
import type { DeedInput } from "#app/messages/form.ts";
import type { WholeMessage } from "#app/messages/queries.ts";
import { timeRefusal, writtenIn } from "#app/messages/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { isWallTime, wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { refuse } from "#app/web/doors/door.ts";
import type { Acting } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { asId } from "#db/id.ts";
import { resendCopies, tryMessage } from "./copies.commands.ts";

type Visit = Acting<DeedInput>;
type Place = { id: WholeMessage["workshopId"]; code: string; zone: Zone };

/** Does what a button of a message's page asks for. */
export async function carryOut(visit: Visit, workshop: Place): Promise<Response> {
  const { trx, input, values, params } = visit;
  const id = asId<"message">(params.message ?? "");
  const message = orNotFound(await holdMessage(trx, { workshopId: workshop.id, id }));
  const { deed } = input;
  if (deed === "try") return tried(visit, workshop, message);
  if (deed === "resend") return resent(visit, workshop, message);
  const outcome = await move(visit, workshop, message);
  if (outcome.status === "refused")
    return refuse(invalid({ "": `messages:refused.${outcome.because}` }, ofNoPart(values), 409));
  return back(visit, workshop, { done: deed });
}

/** What is wrong with the message as a whole is said above it, and not in the form for a time. */
const ofNoPart = ({ part: _, ...values }: Fields): Fields => values;

/** To the message's page, which says what has been done. */
const back = ({ locale, params }: Visit, { code }: Place, said: Record<string, string | number>) =>
  redirect(to.message({ locale, code, message: params.message ?? "" }, said));

async function move(visit: Visit, workshop: Place, message: WholeMessage): Promise<MoveOutcome> {
  const { trx, by, input } = visit;
  switch (input.deed) {
    case "send":
      if (message.state === "draft") await count(visit, workshop);
      return sendMessage(trx, message, by);
    case "schedule": {
      const sendAt = timeOf(visit, workshop);
      if (message.state === "draft") await count(visit, workshop);
      return scheduleMessage(trx, message, sendAt, by);
    }
    case "stop":
      await uncount(visit, workshop, message);
      return settleMessage(trx, message, "stop", by);
    default:
      return settleMessage(trx, message, input.deed === "restore" ? "restore" : "discard", by);
  }
}

/** The instant that was typed, on the clocks of the venue. */
function timeOf({ input, values, at }: Visit, { zone }: Place) {
  const wall = `${input.date as LocalDate}T${input.time}`;
  const sendAt = isWallTime(wall) ? wallToInstant(wall, zone) : null;
  const because = timeRefusal(sendAt, at);
  if (because || sendAt === null)
    return refuse(invalid({ [because === "far" ? "date" : "time"]: `messages:form.time.${because}` }, values));
  return sendAt;
}

const ofWorkshop = ({ id }: Place) => ({ limit: messageLimits.workshop, subject: id });

/** Each message that goes, or is going to, counts once against its workshop's day. */
async function count({ trx, at, context, values }: Visit, workshop: Place): Promise<void> {
  const until = await spend(trx, [ofWorkshop(workshop)], at, context.settings.secret);
  if (until) refuse(invalid({ "": "messages:refused.limit" }, ofNoPart(values), 429));
}

/** What is stopped has not gone. */
async function uncount({ trx, context }: Visit, workshop: Place, { state }: WholeMessage): Promise<void> {
  if (state === "scheduled") await takeBack(trx, ofWorkshop(workshop), context.settings.secret);
}

async function tried(visit: Visit, workshop: Place, message: WholeMessage) {
  const { trx, actor, at, by, context, values } = visit;
  if (!writtenIn(message.texts).length) return refuse(invalid({ "": "messages:refused.noText" }, values, 409));
  const attempt = { limit: messageLimits.account, subject: actor.accountId };
  if (await spend(trx, [attempt], at, context.settings.secret))
    return refuse(invalid({ "": "messages:refused.trialLimit" }, values, 429));
  await tryMessage(trx, message, actor.personId, by);
  return back(visit, workshop, { done: "try" });
}

async function resent(visit: Visit, workshop: Place, message: WholeMessage) {
  const { trx, by, input, actor, at, context, values } = visit;
  if (message.state !== "sent") return refuse(invalid({ "": "messages:refused.notFromHere" }, values, 409));
  const attempt = { limit: messageLimits.again, subject: actor.accountId };
  if (await spend(trx, [attempt], at, context.settings.secret))
    return refuse(invalid({ "": "messages:refused.againLimit" }, values, 429));
  const copies = await resendCopies(trx, message, input.copy || null, by);
  return back(visit, workshop, { done: "resend", copies });
}
