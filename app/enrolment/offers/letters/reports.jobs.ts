import { listContacts } from "#app/accounts/contacts.queries.ts";
import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import type { SeatOffer } from "#app/enrolment/offers/offers.queries.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { listFocalPoints } from "#app/nominations/call/letters/invited.queries.ts";
import { completeJob, emit } from "#app/outbox/commands.ts";
import { type Handler, PermanentFailure } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import { listNames } from "#app/people/queries.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { readOffer } from "./letters.jobs.ts";

/** A seat was not wanted, or nobody answered: the sender and the coordination hear of it, each by one letter. */
export const spreadEnded: Handler<"offer.ended"> = async ({ id: jobId, payload }, context) => {
  const { database, at } = context;
  const offer = await readOffer(context, payload.offerId);
  const workshop = await workshopOf(database.read, offer);
  const { offerId } = payload;
  await database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId, at }))) return;
    const readers = new Set([...(await coordinationOf(trx, workshop)), ...(await sendersOf(trx, offer))]);
    // whoever it is about has a letter of their own
    readers.delete(offer.personId);
    for (const personId of readers)
      await emit(trx, at, "offer.reported", { offerId, personId }, { workshopId: workshop.id, personId });
  });
};

async function workshopOf(db: Reader, { workshopId }: SeatOffer): Promise<Workshop> {
  const [workshop] = await listWorkshopsById(db, [workshopId]);
  if (!workshop) throw new PermanentFailure("NoSuchWorkshop");
  return workshop;
}

const coordinationOf = async (db: Reader, { programmeId }: Workshop) =>
  (await listContacts(db, programmeId)).map(({ personId }) => personId);

/** The focal points of the institution for which somebody came. */
const sendersOf = async (db: Reader, { institutionId }: SeatOffer): Promise<Id<"person">[]> =>
  institutionId ? listFocalPoints(db, institutionId) : [];

export const tellReported: Handler<"offer.reported"> = async (job, context) => {
  const { database, settings } = context;
  const offer = await readOffer(context, job.payload.offerId);
  const workshop = await workshopOf(database.read, offer);
  const reader = await findRecipient(database.read, job.payload.personId);
  const { locale, email, personId } = reader;
  const [holder] = await listNames(database.read, [offer.personId]);
  const kind = offer.state === "declined" ? "offer.declined" : "offer.lapsed";
  const isDesk = (await coordinationOf(database.read, workshop)).includes(personId);
  const { code } = workshop;
  const letter = compose(locale, kind, {
    name: reader.name,
    values: {
      workshop: textIn(workshop.texts.title, locale).text || code,
      person: holder ? addressedName(holder, locale) : "",
    },
    facts: [...workshopFacts(workshop, locale), ...becauseOf(offer, locale)],
    link: settings.appUrl + (isDesk ? to.participants({ locale, code }) : to.workshop({ locale, code })),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};

/** As the catalogue says it: of health no more than that. What somebody has added is for the coordination's page. */
function becauseOf({ because }: SeatOffer, locale: Locale): LetterFact[] {
  return because ? [{ label: "reason", text: translator(locale)(`nominations:because.${because}`) }] : [];
}
