import type { By } from "#app/access/actor.ts";
import type { Reach } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { emit, emitOnceQuiet } from "#app/outbox/commands.ts";
import { isProgramme } from "#app/programmes/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { findVenue, type Venue } from "#app/venues/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { dropDescription, saveDescription } from "./description.commands.ts";
import { type WorkshopInput, workshopTexts } from "./form.ts";
import type { HeldWorkshop } from "./hold.commands.ts";
import { dropModules } from "./modules/commands.ts";
import type { Timing } from "./moments.rules.ts";
import { isCodeTaken } from "./queries.ts";
import {
  misfitOf,
  type Peopled,
  type PlannedDays,
  type PlannedTimes,
  type PublicationProblem,
  peopleIn,
  publicationProblems,
  type WorkshopState,
} from "./rules.ts";
import { offerFreeSeats } from "./seats.commands.ts";
import { type Gathered, type StepRefusal, stepRefusal } from "./steps.rules.ts";

export type WorkshopOutcome =
  | { status: "saved"; code: string }
  | {
      status: "refused";
      field:
        | "code"
        | "capacity"
        | "minimumAttendance"
        | "zone"
        | "startsOn"
        | "programmeId"
        | "hostInstitutionId"
        | "venueId";
      because: string;
    };

/** Who plans, and in which programmes they may. */
type Planner = By & { reach: Reach };

export async function planWorkshop(
  trx: Writer,
  input: WorkshopInput,
  { accountId, at, reach }: Planner,
): Promise<WorkshopOutcome> {
  const missing = await missingReference(trx, reach, input);
  if (missing) return { status: "refused", field: missing, because: "common:form.choose" };
  const venue = await venueOf(trx, input);
  if (typeof venue === "string") return { status: "refused", field: "venueId", because: venue };
  if (await isCodeTaken(trx, input.code, null))
    return { status: "refused", field: "code", because: "desk:form.codeTaken" };
  const id = newId<"workshop">();
  await trx
    .insertInto("workshop")
    .values({ id, ...facts(input), state: "draft", createdAt: at, changedAt: at })
    .execute();
  await saveDescription(trx, id, withVenueText(input, venue));
  await audit(trx, at, {
    accountId,
    action: "workshop.planned",
    subjectId: id,
    details: { code: input.code },
  });
  return { status: "saved", code: input.code };
}

/** Changes a workshop. Places already given and `sessions`, all that are planned, limit what can change. */
export async function changeWorkshop(
  trx: Writer,
  { workshop, sessions }: { workshop: HeldWorkshop; sessions: readonly PlannedTimes[] },
  input: WorkshopInput,
  { accountId, at, reach }: Planner,
): Promise<WorkshopOutcome> {
  const missing = await missingReference(trx, reach, input);
  if (missing) return { status: "refused", field: missing, because: "common:form.choose" };
  const venue = await venueOf(trx, input);
  if (typeof venue === "string") return { status: "refused", field: "venueId", because: venue };
  if (await isCodeTaken(trx, input.code, workshop.id))
    return { status: "refused", field: "code", because: "desk:form.codeTaken" };
  if (input.code !== workshop.code && workshop.state !== "draft")
    return { status: "refused", field: "code", because: "desk:form.codeFixed" };
  // by it was settled who has completed
  if (input.minimumAttendance !== workshop.minimumAttendance && workshop.state === "completed")
    return { status: "refused", field: "minimumAttendance", because: "desk:form.minimumFixed" };
  const misfit = misfitOf(input, workshop.zone, sessions);
  if (misfit === "zone") return { status: "refused", field: "zone", because: "desk:form.zoneFixed" };
  if (misfit === "days") return { status: "refused", field: "startsOn", because: "desk:form.sessionsOutside" };
  if (input.capacity < workshop.seatsTaken)
    return { status: "refused", field: "capacity", because: "desk:form.capacityTaken" };
  // what quotas keep stays theirs: the common pool becomes smaller, and holds those who have a seat in it
  if (input.capacity - workshop.quotaSeats < workshop.seatsTaken - workshop.quotaTaken)
    return { status: "refused", field: "capacity", because: "desk:form.capacityQuotas" };
  await trx
    .updateTable("workshop")
    .set({ ...facts(input), changedAt: at })
    .where("id", "=", workshop.id)
    .execute();
  await saveDescription(trx, workshop.id, withVenueText(input, venue));
  await tellOnceQuiet(trx, workshop, at);
  await offerFreeSeats(trx, workshop.id, at);
  await audit(trx, at, { accountId, action: "workshop.changed", subjectId: workshop.id });
  return { status: "saved", code: input.code };
}

/**
 * Moves the days of a workshop. Only the timetable calls it, with all that is planned in them: it notes at the end what
 * has become of the sessions, and so whoever knows the plan is told once.
 */
export async function changeDays(
  trx: Writer,
  { id, startsOn, endsOn }: HeldWorkshop,
  days: PlannedDays,
  { accountId, at }: By,
): Promise<void> {
  if (days.startsOn === startsOn && days.endsOn === endsOn) return;
  const { startsOn: from, endsOn: until } = days;
  await trx
    .updateTable("workshop")
    .set({ startsOn: from, endsOn: until, changedAt: at })
    .where("id", "=", id)
    .execute();
  await audit(trx, at, {
    accountId,
    action: "workshop.changed",
    subjectId: id,
    details: { startsOn: from, endsOn: until },
  });
}

/** Removes a workshop. Only the enrolment room calls it: it knows whether anybody has a place. */
export async function dropWorkshop(trx: Writer, { id, code }: HeldWorkshop, { accountId, at }: By): Promise<void> {
  await dropModules(trx, id);
  await trx.deleteFrom("workshopMilestone").where("workshopId", "=", id).execute();
  await dropDescription(trx, id);
  await trx.deleteFrom("workshop").where("id", "=", id).execute();
  await audit(trx, at, { accountId, action: "workshop.removed", subjectId: id, details: { code } });
}

type Sessions = { workshopId: Id<"workshop"> } & Pick<Timing, "beginsAt" | "endsAt">;

/**
 * Notes that a workshop's sessions have changed, when the first begins and the last ends. Calendars that follow it see
 * by this that something is new, whoever knew it otherwise is told, and people may move up where it begins later.
 */
export async function noteSessions(trx: Writer, { workshopId, beginsAt, endsAt }: Sessions, at: Instant) {
  const workshop = await trx
    .updateTable("workshop")
    .set({ changedAt: at, beginsAt, endsAt })
    .where("id", "=", workshopId)
    .returning(["id", "seatsTaken", "reserveCount"])
    .executeTakeFirstOrThrow();
  await tellOnceQuiet(trx, workshop, at);
  await offerFreeSeats(trx, workshopId, at);
}

/** Who has to be told, and of what, is found out when the last change is made. */
export async function tellOnceQuiet(trx: Writer, { id, ...people }: Peopled & { id: Id<"workshop"> }, at: Instant) {
  if (peopleIn(people) > 0) await emitOnceQuiet(trx, at, "workshop.replanned", id);
}

/** The field whose choice does not exist, or is out of the planner's reach; null when both stand. */
async function missingReference(trx: Writer, reach: Reach, { programmeId, hostInstitutionId }: WorkshopInput) {
  const isReached = reach.everywhere || reach.programmeIds.includes(programmeId);
  if (!isReached || !(await isProgramme(trx, programmeId))) return "programmeId";
  return (await isInstitution(trx, hostInstitutionId)) ? null : "hostInstitutionId";
}

export type StateOutcome =
  | { status: "changed" }
  | { status: "refused"; because: StepRefusal; problems?: PublicationProblem[] };

/** Who moves a workshop, when, and why where it takes a step back. `isByItself`: its day has come. */
type Mover = By & { reason?: string; isByItself?: true };

/**
 * Moves a workshop to any state, but into `completed` or out of it: `completeWorkshop` and `reopenWorkshop` do that,
 * and settle who has completed it.
 */
export async function changeState(
  trx: Writer,
  plan: { workshop: HeldWorkshop; sessions: readonly PlannedTimes[] } & Pick<Gathered, "isUnnoticed">,
  to: WorkshopState,
  by: Mover,
): Promise<StateOutcome> {
  const { workshop, sessions, isUnnoticed } = plan;
  if (to === "completed" || workshop.state === "completed") return { status: "refused", because: "notFromHere" };
  const problems = publicationProblems(workshop.texts, sessions.length);
  const outcome = await moveWorkshop(trx, workshop, { to, isWritten: problems.length === 0, isUnnoticed }, by);
  if (outcome.status === "changed" || outcome.because !== "incomplete") return outcome;
  return { ...outcome, problems };
}

/** Moves a workshop where its table has an open way. What `completed` means for its people is its caller's. */
export async function moveWorkshop(
  trx: Writer,
  workshop: HeldWorkshop,
  { to, ...gathered }: { to: WorkshopState } & Gathered,
  { accountId, at, reason = "", isByItself }: Mover,
): Promise<StateOutcome> {
  const because = stepRefusal(workshop, to, { ...gathered, hasReason: reason !== "" }, at);
  if (because) return { status: "refused", because };
  await trx.updateTable("workshop").set({ state: to, changedAt: at }).where("id", "=", workshop.id).execute();
  if (to === "cancelled")
    await emit(trx, at, "workshop.cancelled", { workshopId: workshop.id }, { workshopId: workshop.id });
  await offerFreeSeats(trx, workshop.id, at);
  await audit(trx, at, {
    accountId,
    action: "workshop.stateChanged",
    subjectId: workshop.id,
    details: { from: workshop.state, to, ...(reason ? { reason } : {}), ...(isByItself ? { isByItself } : {}) },
  });
  return { status: "changed" };
}

/** The venue that was chosen: it has to be there, and to follow the workshop's clock. */
async function venueOf(trx: Writer, { venueId, zone }: WorkshopInput) {
  if (!venueId) return null;
  const venue = await findVenue(trx, venueId);
  if (!venue) return "common:form.choose";
  return venue.zone === zone ? venue : "desk:form.venueZone";
}

/** Where nobody has written how the venue is called, it is called as it is on the list. */
function withVenueText(input: WorkshopInput, venue: Pick<Venue, "name"> | null): WorkshopInput {
  if (!venue || !workshopTexts.venue.isMissing(input)) return input;
  return { ...input, ...workshopTexts.venue.write(venue.name) };
}

const facts = (input: WorkshopInput) => {
  const { programmeId, code, hostInstitutionId, mode, zone, country, startsOn, endsOn, capacity } = input;
  const { minimumAttendance, contactName, contactEmail, contactPhone } = input;
  return {
    ...{ programmeId, code, hostInstitutionId, mode, zone, country, startsOn, endsOn, capacity },
    ...{ minimumAttendance, contactName, contactEmail, contactPhone, venueId: input.venueId || null },
  };
};
