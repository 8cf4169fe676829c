import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { findCallVersionById } from "#app/nominations/call/queries.ts";
import { isStillOpen } from "#app/nominations/call/rules.ts";
import { completeJob } from "#app/outbox/commands.ts";
import { ended, type Handler, PermanentFailure, type Round } from "#app/outbox/job.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { callFacts } from "./call.jobs.ts";
import { remindOwing } from "./reminders.commands.ts";
import { listClosingSoon } from "./reminders.queries.ts";

/** Focal points who still owe something hear of it a week before the end, and two days before it. */
export const remindSenders: Round = async (database, at) => {
  for (const workshopId of await listClosingSoon(database.read, at))
    await database.transact((trx) => remindOwing(trx, workshopId, at));
};

export const remindOfCall: Handler<"call.reminded"> = async (job, context) => {
  const { database, settings, at } = context;
  const version = await findCallVersionById(database.read, job.payload.callVersionId);
  const [workshop] = version ? await listWorkshopsById(database.read, [version.workshopId]) : [];
  if (!version || !workshop) throw new PermanentFailure("NoSuchCall");
  if (workshop.state === "cancelled" || !isStillOpen(version.content.closesOn, version.content.zone, at)) {
    await database.transact((trx) => completeJob(trx, { jobId: job.id, at }));
    return ended;
  }
  const reader = await findRecipient(database.read, job.payload.personId);
  const { locale, email, personId, name } = reader;
  const letter = compose(locale, "call.reminded", {
    name,
    values: { workshop: textIn(workshop.texts.title, locale).text || workshop.code },
    facts: callFacts(workshop, version, reader),
    link: settings.appUrl + to.nominating({ locale, code: workshop.code }),
  });
  const kind = "call.reminded" as const;
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};
