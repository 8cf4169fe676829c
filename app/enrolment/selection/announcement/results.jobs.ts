import { listReached } from "#app/accounts/reached.queries.ts";
import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { readEnrolment } from "#app/enrolment/letter-parts.ts";
import { tell } from "#app/enrolment/mail.jobs.ts";
import { listEnrolmentsAmong } from "#app/enrolment/queries.ts";
import { type EnrolmentState, isSeated } from "#app/enrolment/rules.ts";
import { formatList } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { listInvitedPeople } from "#app/nominations/call/letters/invited.queries.ts";
import { readNomination } from "#app/nominations/nomination/letter-subject.ts";
import { findRound, listResults } from "#app/nominations/selection/queries.ts";
import { decisions } from "#app/nominations/selection/selection.rules.ts";
import { completeJob, emit } from "#app/outbox/commands.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import { type Handler, type Job, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import { plusSeconds } from "#app/time/instant.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** So long the institutions know before the people do. */
const aheadSeconds = 60;

/** Decisions are out: each focal point has one letter about all of their nominees, and then each nominee has theirs. */
export const spreadSelection: Handler<"selection.announced"> = ({ id, payload }, { database, at }) =>
  database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId: id, at }))) return;
    const { selectionRoundId } = payload;
    const round = await findRound(trx, selectionRoundId);
    if (!round) throw new PermanentFailure("NoSuchRound");
    const { workshopId } = round;
    const results = await listResults(trx, selectionRoundId);
    const institutionIds = [...new Set(results.map(({ institutionId }) => institutionId))];
    const focal = await listInvitedPeople(trx, { institutionIds, countries: [] });
    for (const personId of new Set(focal.map((one) => one.personId)))
      await emit(trx, at, "nomination.results", { selectionRoundId, personId }, { workshopId, personId });
    const dueAt = plusSeconds(at, aheadSeconds);
    for (const { personId, ...result } of await listTold(trx, workshopId, results)) {
      const about = { workshopId, personId, dueAt };
      const { enrolmentId, nominationId, decision } = result;
      if (decision === "notSelected") await emit(trx, at, "nomination.notSelected", { nominationId }, about);
      else if (enrolmentId && decision === "selected")
        await emit(trx, at, "enrolment.selected", { enrolmentId }, about);
      else if (enrolmentId) await emit(trx, at, "enrolment.selectedReserve", { enrolmentId }, about);
    }
  });

type Results = Awaited<ReturnType<typeof listResults>>;

/** Those of them whom a letter reaches, with their enrolment. */
async function listTold(trx: Writer, workshopId: Id<"workshop">, results: Results) {
  const personIds = results.map(({ personId }) => personId);
  const reached = await listReached(trx, personIds);
  const enrolments = new Map(
    (await listEnrolmentsAmong(trx, workshopId, personIds)).map(({ id, personId }) => [personId, id]),
  );
  return results
    .filter(({ personId }) => reached.has(personId))
    .map(({ id, personId, decision }) => ({
      ...{ nominationId: id, personId, decision },
      enrolmentId: enrolments.get(personId) ?? null,
    }));
}

export const tellSelected: Handler<"enrolment.selected"> = (job, context) =>
  tellPlace("enrolment.selected", isSeated, job, context);
export const tellSelectedReserve: Handler<"enrolment.selectedReserve"> = (job, context) =>
  tellPlace("enrolment.selectedReserve", (state) => state === "reserve", job, context);

type Placing = "enrolment.selected" | "enrolment.selectedReserve";
type Placed = Job<{ enrolmentId: Id<"enrolment"> }>;

/** What has become of their place since the announcement is told at once: this letter would come after that one. */
async function tellPlace(kind: Placing, isThere: (state: EnrolmentState) => boolean, job: Placed, context: JobContext) {
  const { state, workshop } = await readEnrolment(context, job.payload.enrolmentId);
  if (!isThere(state) || workshop.state === "cancelled") return endQuietly(job, context);
  return tell(kind, job, context);
}

/** All results of the institutions for which somebody is focal point. */
export const tellResults: Handler<"nomination.results"> = async (job, context) => {
  const { database, settings } = context;
  const { read } = database;
  const round = await findRound(read, job.payload.selectionRoundId);
  const [workshop] = round ? await listWorkshopsById(read, [round.workshopId]) : [];
  if (!round || !workshop) throw new PermanentFailure("NoSuchRound");
  const results = await listResults(read, round.id);
  const institutionIds = [...new Set(results.map(({ institutionId }) => institutionId))];
  const focal = await listInvitedPeople(read, { institutionIds, countries: [] });
  const reader = await findRecipient(read, job.payload.personId);
  const { locale, email, personId, name } = reader;
  const own = new Set(focal.filter((one) => one.personId === personId).map((one) => one.institutionId));
  const { code } = workshop;
  const letter = compose(locale, "nomination.results", {
    name,
    values: { workshop: textIn(workshop.texts.title, locale).text || code },
    facts: [
      ...workshopFacts(workshop, locale),
      ...resultFacts(
        results.filter(({ institutionId }) => own.has(institutionId)),
        locale,
      ),
    ],
    link: settings.appUrl + to.nominating({ locale, code }),
  });
  const kind = "nomination.results" as const;
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};

/** Who is what: those in reserve with their place, those who are not selected with the reason. */
function resultFacts(results: Results, locale: Locale): LetterFact[] {
  const t = translator(locale);
  return decisions.flatMap((decision): LetterFact[] => {
    const own = results.filter((one) => one.decision === decision);
    const words = own.map((one) => {
      const name = addressedName(one, locale);
      if (one.reserveOrder !== null) return t("selection:told.reserve", { name, rank: one.reserveOrder });
      return one.because
        ? t("selection:told.notSelected", { name, because: t(`selection:because.${one.because}`) })
        : name;
    });
    return own.length ? [{ label: decision, text: formatList(locale, words) }] : [];
  });
}

export const tellNotSelected: Handler<"nomination.notSelected"> = async (job, context) => {
  const { database, settings } = context;
  const { nomination, workshop } = await readNomination(database.read, job.payload.nominationId);
  if (nomination.state !== "notSelected" || workshop.state === "cancelled") return endQuietly(job, context);
  const { locale, email, personId, name } = await findRecipient(database.read, nomination.personId);
  const letter = compose(locale, "nomination.notSelected", {
    name,
    values: { workshop: textIn(workshop.texts.title, locale).text || workshop.code },
    facts: workshopFacts(workshop, locale),
    link: settings.appUrl + to.workshops({ locale }),
  });
  const kind = "nomination.notSelected" as const;
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};
