import { listContacts } from "#app/accounts/contacts.queries.ts";
import { listReached } from "#app/accounts/reached.queries.ts";
import { findRecipient, type Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { listFocalPoints } from "#app/nominations/call/letters/invited.queries.ts";
import { completeJob, emit } from "#app/outbox/commands.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import type { Handler } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { readNomination } from "./letter-subject.ts";
import { listNominationHistory, type Nomination } from "./queries.ts";
import { toldOfWithdrawal } from "./rules.ts";

/** A nomination was withdrawn: whoever knew of it is told, but for whoever has done it. */
export const spreadWithdrawn: Handler<"nomination.withdrawn"> = ({ id, payload }, { database, at }) =>
  database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId: id, at }))) return;
    const { nomination, workshop } = await readNomination(trx, payload.nominationId);
    const { id: nominationId, workshopId } = nomination;
    for (const personId of await readersOf(trx, workshop, nomination))
      await emit(trx, at, "nomination.left", { nominationId, personId }, { workshopId, personId });
  });

async function readersOf(db: Reader, workshop: Workshop, nomination: Nomination): Promise<Set<Id<"person">>> {
  const [last] = await listNominationHistory(db, nomination.id);
  if (last?.toState !== "withdrawn" || last.fromState === null) return new Set();
  const { institutionId, personId, begunBy } = nomination;
  const told = toldOfWithdrawal({ from: last.fromState as Nomination["state"], who: last.who, begunBy });
  const people = [
    ...(told.nominee ? [personId] : []),
    ...(told.sender ? await listFocalPoints(db, institutionId) : []),
    ...(told.host ? (await listContacts(db, workshop.programmeId)).map((one) => one.personId) : []),
  ];
  return listReached(db, people);
}

export const tellLeft: Handler<"nomination.left"> = async (job, context) => {
  const { database, settings } = context;
  const { read } = database;
  const { nomination, workshop } = await readNomination(read, job.payload.nominationId);
  if (nomination.state !== "withdrawn" || workshop.state === "cancelled") return endQuietly(job, context);
  const reader = await findRecipient(read, job.payload.personId);
  const { locale, email, personId, name } = reader;
  const isOwn = personId === nomination.personId;
  const kind = isOwn ? "nomination.withdrawn" : "nomination.left";
  const letter = compose(locale, kind, {
    name,
    values: {
      workshop: textIn(workshop.texts.title, locale).text || workshop.code,
      person: addressedName(nomination, locale),
    },
    facts: [...workshopFacts(workshop, locale), ...(await factsOf(read, nomination, reader))],
    hasAccount: reader.hasAccount,
    link: settings.appUrl + (await pageFor(read, reader, workshop, nomination)),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};

async function factsOf(db: Reader, nomination: Nomination, { locale }: Recipient): Promise<LetterFact[]> {
  const t = translator(locale);
  const { because, withdrawnBy } = nomination;
  const [last] = await listNominationHistory(db, nomination.id);
  return [
    ...(withdrawnBy ? [{ label: "leftBy" as const, text: t(`nominations:who.${withdrawnBy}`) }] : []),
    ...(because ? [{ label: "reason" as const, text: t(`nominations:because.${because}`) }] : []),
    ...(last?.reason ? [{ label: "note" as const, text: last.reason }] : []),
  ];
}

/** Where each finds the nomination: its person, its sender, its host. */
async function pageFor(db: Reader, reader: Recipient, { code }: Workshop, { id: nomination, ...own }: Nomination) {
  const { locale, personId, hasAccount } = reader;
  if (personId === own.personId)
    return hasAccount ? to.myNomination({ locale, nomination }) : to.publicCall({ locale, code });
  const isSender = (await listFocalPoints(db, own.institutionId)).includes(personId);
  return isSender ? to.nominee({ locale, code, nomination }) : to.nomination({ locale, code, nomination });
}
