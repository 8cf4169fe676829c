import { listContacts } from "#app/accounts/contacts.queries.ts";
import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { listFocalPoints } from "#app/nominations/call/letters/invited.queries.ts";
import { readNomination } from "#app/nominations/nomination/letter-subject.ts";
import { findNominationById, listNominationHistory, type Nomination } from "#app/nominations/nomination/queries.ts";
import { completeJob, emit } from "#app/outbox/commands.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import type { Handler, JobContext } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** What a letter says, by what has become of the proposal; nothing where it was taken back meanwhile. */
const kinds = {
  endorsed: "substitute.proposed",
  selected: "substitute.accepted",
  notSelected: "substitute.declined",
} as const;

const kindOf = ({ state, because }: Nomination) => {
  if (state === "withdrawn" && because === "outdated") return "substitute.ended";
  return state in kinds ? kinds[state as keyof typeof kinds] : null;
};

/** Somebody is proposed in the place of another: the coordination has to decide. */
export const spreadProposed: Handler<"substitute.proposed"> = ({ id, payload }, context) =>
  spread(context, id, payload.nominationId, async (db, { workshop, nomination }) =>
    nomination.state === "endorsed"
      ? (await listContacts(db, workshop.programmeId)).map(({ personId }) => personId)
      : [],
  );

/** It has decided, or the proposal has ended by itself: the sender's focal points are told. */
export const spreadDecided: Handler<"substitute.decided"> = ({ id, payload }, context) =>
  spread(context, id, payload.nominationId, (db, { nomination: { institutionId } }) =>
    listFocalPoints(db, institutionId),
  );

type About = Awaited<ReturnType<typeof readNomination>>;

const spread = (
  { database, at }: JobContext,
  jobId: Id<"outbox">,
  nominationId: Id<"nomination">,
  readersOf: (db: Reader, about: About) => Promise<Id<"person">[]>,
) =>
  database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId, at }))) return;
    const about = await readNomination(trx, nominationId);
    const workshopId = about.workshop.id;
    for (const personId of new Set(await readersOf(trx, about)))
      await emit(trx, at, "substitute.reported", { nominationId, personId }, { workshopId, personId });
  });

export const tellSubstitution: Handler<"substitute.reported"> = async (job, context) => {
  const { database, settings } = context;
  const { read } = database;
  const { nomination, workshop } = await readNomination(read, job.payload.nominationId);
  const kind = kindOf(nomination);
  const replaced = nomination.inPlaceOfId && (await findNominationById(read, nomination.inPlaceOfId));
  if (!kind || !replaced || workshop.state === "cancelled") return endQuietly(job, context);
  const { locale, email, personId, name } = await findRecipient(read, job.payload.personId);
  const { code } = workshop;
  const own = { locale, code, nomination: nomination.id };
  const letter = compose(locale, kind, {
    name,
    values: {
      workshop: textIn(workshop.texts.title, locale).text || code,
      person: addressedName(nomination, locale),
      former: addressedName(replaced, locale),
    },
    facts: [...workshopFacts(workshop, locale), ...(await reasonOf(read, nomination, locale))],
    link: settings.appUrl + (kind === "substitute.proposed" ? to.substitution(own) : to.nominee(own)),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};

/** Why somebody leaves, for the host; why it was declined, for the sender. */
async function reasonOf(db: Reader, nomination: Nomination, locale: Locale): Promise<LetterFact[]> {
  if (nomination.state === "notSelected") {
    const [last] = await listNominationHistory(db, nomination.id);
    return last?.reason ? [{ label: "reason", text: last.reason }] : [];
  }
  const { leavingBecause, state } = nomination;
  return leavingBecause && state !== "withdrawn"
    ? [{ label: "reason", text: translator(locale)(`nominations:because.${leavingBecause}`) }]
    : [];
}
