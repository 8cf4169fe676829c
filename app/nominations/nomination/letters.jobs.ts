import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { deadlineText } from "#app/nominations/call/deadline-text.ts";
import { listFocalPoints } from "#app/nominations/call/letters/invited.queries.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { completeJob, emit } from "#app/outbox/commands.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import type { Handler } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import { readNomination } from "./letter-subject.ts";
import { findNominationById, listNominationHistory } from "./queries.ts";

/** A nomination came back: its institution's focal points are told, and whoever has begun it themselves. */
export const spreadReturned: Handler<"nomination.returned"> = ({ id, payload }, { database, at }) =>
  database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId: id, at }))) return;
    const nomination = await findNominationById(trx, payload.nominationId);
    if (nomination?.state !== "returned") return;
    const { institutionId, workshopId, personId, begunBy } = nomination;
    const focal = await listFocalPoints(trx, institutionId);
    const people = new Set([...focal, ...(begunBy === "nominee" ? [personId] : [])]);
    for (const one of people)
      await emit(
        trx,
        at,
        "nomination.givenBack",
        { nominationId: nomination.id, personId: one },
        { workshopId, personId: one },
      );
  });

export const tellGivenBack: Handler<"nomination.givenBack"> = async (job, context) => {
  const { database, settings } = context;
  const { read } = database;
  const { nomination, workshop } = await readNomination(read, job.payload.nominationId);
  // it was corrected before its letter went out
  if (nomination.state !== "returned" || workshop.state === "cancelled") return endQuietly(job, context);
  const reader = await findRecipient(read, job.payload.personId);
  const { locale, email, personId, name, zone } = reader;
  const [last] = await listNominationHistory(read, nomination.id);
  const call = await findCall(read, workshop.id);
  const words = { locale, t: translator(locale), zone };
  const until = nomination.correctByOn ?? call?.content.closesOn;
  const { code } = workshop;
  const letter = compose(locale, "nomination.givenBack", {
    name,
    values: { person: addressedName(nomination, locale) },
    facts: [
      ...workshopFacts(workshop, locale),
      { label: "reason", text: last?.reason ?? "" },
      ...(until
        ? [{ label: "correctBy" as const, text: deadlineText(until, call?.content.zone ?? workshop.zone, words) }]
        : []),
    ],
    link:
      settings.appUrl +
      (personId === nomination.personId
        ? to.publicCall({ locale, code })
        : to.nominee({ locale, code, nomination: nomination.id })),
  });
  const kind = "nomination.givenBack" as const;
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};
