import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { audit } from "#app/audit/commands.ts";
import { readClosingDay, readEnrolment, readSessions } from "#app/enrolment/letter-parts.ts";
import { listActiveOf } from "#app/enrolment/queries.ts";
import { activeStates, isSeated } from "#app/enrolment/rules.ts";
import { deliver } from "#app/mail/deliver.ts";
import { completeJob, emit, emitOnceQuiet } from "#app/outbox/commands.ts";
import { type Handler, type JobContext, readAlike } from "#app/outbox/job.ts";
import { listAwaiting } from "#app/outbox/queries.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import { findPostponement } from "#app/timetable/postponing/postponing.queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { tellsChanges } from "#app/workshops/rules.ts";
import { hold } from "#db/hold.ts";
import { changesBetween, isSilent } from "./changes.rules.ts";
import { changeLetter } from "./changes-letter.ts";
import { planOf } from "./plan.ts";
import { keepTold } from "./told.commands.ts";
import { findTold, listToTell } from "./told.queries.ts";

/**
 * A workshop was changed, and then left alone: whoever knew it otherwise gets one letter about all of it.
 * Whoever has a letter on its way gets no second one, as a letter tells what stands when it is written.
 */
export const spreadChanges: Handler<"workshop.replanned"> = async ({ id: jobId, payload }, { database, at }) => {
  const { workshopId } = payload;
  await database.transact(async (trx) => {
    await hold(trx, "workshop", workshopId);
    if (!(await completeJob(trx, { jobId, at }))) return;
    const awaiting = new Set(
      (await listAwaiting(trx, workshopId, "enrolment.replanned")).map(({ personId }) => personId),
    );
    const people = (await listToTell(trx, workshopId, at)).filter(({ personId }) => !awaiting.has(personId));
    for (const { enrolmentId, personId } of people)
      await emit(trx, at, "enrolment.replanned", { enrolmentId }, { workshopId, personId });
    if (people.length)
      await audit(trx, at, {
        accountId: null,
        action: "enrolment.replanned",
        subjectId: workshopId,
        details: { people: people.length },
      });
  });
};

/** An account can be used again: its holder may have missed what the others were told. */
export const spreadMissed: Handler<"account.enabled"> = async ({ payload }, { database, at }) => {
  for (const workshopId of await listActiveOf(database.read, payload.accountId))
    await database.transact(async (trx) => {
      await hold(trx, "workshop", workshopId);
      await emitOnceQuiet(trx, at, "workshop.replanned", workshopId);
    });
};

/**
 * Tells one person what is new to them. Where nothing is new, as it was changed back or they have left, no letter goes.
 */
export const tellReplanned: Handler<"enrolment.replanned"> = async (job, context) => {
  const { database, settings, at } = context;
  const { enrolmentId } = job.payload;
  const enrolment = await readEnrolment(context, enrolmentId);
  const { workshop, state, personId } = enrolment;
  const before = await findTold(database.read, enrolmentId);
  if (!before || !activeStates.includes(state) || !tellsChanges(workshop.state)) return;
  const reader = await findRecipient(database.read, personId);
  const sessions = await readSessions(context, workshop.id);
  const now = planOf(
    { ...workshop, closesOn: await readClosingDay(context, workshop.id) },
    sessions.filter(({ isRemoved }) => !isRemoved),
  );
  const changes = changesBetween(before, now, { locale: reader.locale, at, isSeated: isSeated(state) });
  if (isSilent(changes)) return;
  const { appUrl } = settings;
  const postponedBecause = now.startsOn > before.startsOn ? await readPostponing(context, workshop) : null;
  const telling = { before, now, enrolment, sessions, reader, appUrl, postponedBecause };
  return deliver(context, job, changeLetter(changes, telling), (trx) => keepTold(trx, enrolmentId, now, at));
};

/** Why a workshop takes place when it does; null where that is not because it was postponed. */
async function readPostponing(context: JobContext, { id, startsOn }: Pick<Workshop, "id" | "startsOn">) {
  const read = () => findPostponement(context.database.read, id);
  const last = await readAlike(context, `postponement ${id}`, read);
  return last && plusLocalDays(last.startsOn, last.days) === startsOn ? last.reason : null;
}
