import { findRecipient, type Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { deadlineText } from "#app/nominations/call/deadline-text.ts";
import { type CallVersion, findCallVersion, findCallVersionById } from "#app/nominations/call/queries.ts";
import { isStillOpen } from "#app/nominations/call/rules.ts";
import { completeJob, emit } from "#app/outbox/commands.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import { type Handler, type Job, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listInvitedPeople } from "./invited.queries.ts";

/** A version is out: whoever is invited by it, and was not by the one before, hears of the call. */
export const spreadCall: Handler<"call.published"> = ({ id, payload }, { database, at }) =>
  database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId: id, at }))) return;
    const { version, before, now } = await peopleOf(trx, payload.callVersionId);
    for (const personId of now.difference(before))
      await emit(trx, at, "call.announced", { callVersionId: version.id, personId }, about(version, personId));
  });

/** Days have moved: whoever knew the former ones is told, once. */
export const spreadExtension: Handler<"call.extended"> = ({ id, payload }, { database, at }) =>
  database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId: id, at }))) return;
    const { version, before, now } = await peopleOf(trx, payload.callVersionId);
    for (const personId of now.intersection(before))
      await emit(trx, at, "call.moved", { callVersionId: version.id, personId }, about(version, personId));
  });

const about = ({ workshopId }: CallVersion, personId: Id<"person">) => ({ workshopId, personId });

/** Whom a version invites, and whom the one before did: as roles are given now. */
async function peopleOf(trx: Writer, id: Id<"callVersion">) {
  const version = await findCallVersionById(trx, id);
  if (!version) throw new PermanentFailure("NoSuchCall");
  const former = version.number > 1 ? await findCallVersion(trx, version.workshopId, version.number - 1) : null;
  const peopleIn = async (one: CallVersion | null) =>
    new Set(one ? (await listInvitedPeople(trx, one.content)).map(({ personId }) => personId) : []);
  return { version, before: await peopleIn(former), now: await peopleIn(version) };
}

type ToFocalPoint = "call.announced" | "call.moved" | "call.reminded";
type Carrying = Job<{ callVersionId: Id<"callVersion">; personId: Id<"person"> }>;

export const announceCall: Handler<"call.announced"> = (job, context) => tell("call.announced", job, context);
export const tellCallMoved: Handler<"call.moved"> = (job, context) => tell("call.moved", job, context);
export const remindOfCall: Handler<"call.reminded"> = (job, context) => tell("call.reminded", job, context);

async function tell(kind: ToFocalPoint, job: Carrying, context: JobContext) {
  const { database, settings, at } = context;
  const version = await findCallVersionById(database.read, job.payload.callVersionId);
  const [workshop] = version ? await listWorkshopsById(database.read, [version.workshopId]) : [];
  if (!version || !workshop) throw new PermanentFailure("NoSuchCall");
  const { closesOn, zone } = version.content;
  // there is nothing left to do for whoever reads it
  if (workshop.state === "cancelled" || !isStillOpen(closesOn, zone, at)) return endQuietly(job, context);
  const reader = await findRecipient(database.read, job.payload.personId);
  const { locale, email, personId, name } = reader;
  const letter = compose(locale, kind, {
    name,
    values: {
      workshop: textIn(workshop.texts.title, locale).text || workshop.code,
      count: String(version.content.nomineesMax),
    },
    facts: callFacts(workshop, version, reader),
    link: settings.appUrl + to.nominating({ locale, code: workshop.code }),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
}

/** The workshop, and until when each part can be sent: on the host's clock and on the reader's. */
function callFacts(
  workshop: Workshop,
  { content }: Pick<CallVersion, "content">,
  { locale, zone }: Pick<Recipient, "locale" | "zone"> & { locale: Locale },
): LetterFact[] {
  const words = { locale, t: translator(locale), zone };
  return [
    ...workshopFacts(workshop, locale),
    { label: "nomineeDeadline", text: deadlineText(content.nomineeClosesOn, content.zone, words) },
    { label: "deadline", text: deadlineText(content.closesOn, content.zone, words) },
  ];
}
