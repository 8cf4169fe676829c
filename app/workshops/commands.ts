import type { By } from "#app/access/actor.ts";
import type { Reach } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { fold } from "#app/i18n/fold.ts";
import { locales } from "#app/i18n/locales.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { enqueue } from "#app/outbox/commands.ts";
import { isProgramme } from "#app/programmes/queries.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import type { WorkshopInput } from "./form.ts";
import { isCodeTaken, type Workshop } from "./queries.ts";
import {
  mayBecome,
  misfitOf,
  type PlannedTimes,
  type PublicationProblem,
  publicationProblems,
  type WorkshopState,
} from "./rules.ts";

export type SaveOutcome =
  | { status: "saved"; code: string }
  | {
      status: "refused";
      field: "code" | "capacity" | "minimumAttendance" | "zone" | "startsOn" | "programmeId" | "hostInstitutionId";
      because: string;
    };

/** Who plans, and in which programmes they may. */
type Planner = By & { reach: Reach };

export async function planWorkshop(
  trx: Writer,
  input: WorkshopInput,
  { accountId, at, reach }: Planner,
): Promise<SaveOutcome> {
  const missing = await missingReference(trx, reach, input);
  if (missing) return { status: "refused", field: missing, because: "common:form.choose" };
  if (await isCodeTaken(trx, input.code, null))
    return { status: "refused", field: "code", because: "desk:form.codeTaken" };
  const id = newId();
  await trx
    .insertInto("workshop")
    .values({ id, ...facts(input), state: "draft", createdAt: at, changedAt: at })
    .execute();
  await saveTexts(trx, id, input);
  await saveThemes(trx, id, input);
  await saveLanguages(trx, id, input);
  await audit(trx, at, {
    accountId,
    action: "workshop.planned",
    subjectKind: "workshop",
    subjectId: id,
    details: { code: input.code },
  });
  return { status: "saved", code: input.code };
}

/** Changes a workshop. Places already given and `sessions`, all that are planned, limit what can change. */
export async function changeWorkshop(
  trx: Writer,
  { workshop, sessions }: { workshop: Workshop; sessions: readonly PlannedTimes[] },
  input: WorkshopInput,
  { accountId, at, reach }: Planner,
): Promise<SaveOutcome> {
  const missing = await missingReference(trx, reach, input);
  if (missing) return { status: "refused", field: missing, because: "common:form.choose" };
  if (await isCodeTaken(trx, input.code, workshop.id))
    return { status: "refused", field: "code", because: "desk:form.codeTaken" };
  if (input.code !== workshop.code && workshop.state !== "draft")
    return { status: "refused", field: "code", because: "desk:form.codeFixed" };
  // by it was settled who has completed
  if (input.minimumAttendance !== workshop.minimumAttendance && workshop.state === "completed")
    return { status: "refused", field: "minimumAttendance", because: "desk:form.minimumFixed" };
  const misfit = misfitOf(input, sessions);
  if (misfit === "zone") return { status: "refused", field: "zone", because: "desk:form.zoneFixed" };
  if (misfit === "days") return { status: "refused", field: "startsOn", because: "desk:form.sessionsOutside" };
  const { numUpdatedRows } = await trx
    .updateTable("workshop")
    .set({ ...facts(input), changedAt: at })
    .where("id", "=", workshop.id)
    .where("seatsTaken", "<=", input.capacity)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return { status: "refused", field: "capacity", because: "desk:form.capacityTaken" };
  await saveTexts(trx, workshop.id, input);
  await saveThemes(trx, workshop.id, input);
  await saveLanguages(trx, workshop.id, input);
  if (input.capacity > workshop.capacity)
    await enqueue(trx, at, "workshop.seatsAdded", { workshopId: workshop.id }, { workshopId: workshop.id });
  await audit(trx, at, { accountId, action: "workshop.changed", subjectKind: "workshop", subjectId: workshop.id });
  return { status: "saved", code: input.code };
}

/**
 * Keeps whoever else changes this workshop, or plans its sessions, waiting until the transaction ends. Any column would do but the id:
 * writing that, a database looks for rows that refer to it.
 * @returns its state as it stays until then
 */
export async function holdWorkshop(trx: Writer, id: string): Promise<WorkshopState> {
  const { state } = await trx
    .updateTable("workshop")
    .set(({ ref }) => ({ lastTicket: ref("lastTicket") }))
    .where("id", "=", id)
    .returning("state")
    .executeTakeFirstOrThrow();
  return state;
}

/** The field whose choice does not exist, or is out of the planner's reach; null when both stand. */
async function missingReference(trx: Writer, reach: Reach, { programmeId, hostInstitutionId }: WorkshopInput) {
  const isReached = reach.everywhere || reach.programmeIds.includes(programmeId);
  if (!isReached || !(await isProgramme(trx, programmeId))) return "programmeId";
  return (await isInstitution(trx, hostInstitutionId)) ? null : "hostInstitutionId";
}

export type StateOutcome =
  | { status: "changed" }
  | { status: "refused"; because: "notFromHere" }
  | { status: "refused"; because: "incomplete"; problems: PublicationProblem[] };

/** Any state but the last: a workshop is completed by `completeWorkshop`, which also settles who has completed it. */
export async function changeState(
  trx: Writer,
  { workshop, sessions }: { workshop: Workshop; sessions: readonly PlannedTimes[] },
  to: WorkshopState,
  by: By,
): Promise<StateOutcome> {
  if (to === "completed" || !mayBecome(workshop, to)) return { status: "refused", because: "notFromHere" };
  if (to === "published") {
    const problems = publicationProblems(workshop.texts, sessions.length);
    if (problems.length) return { status: "refused", because: "incomplete", problems };
  }
  return moveTo(trx, workshop, to, by);
}

/** Ends a workshop; what that means for those who attended is for the caller to settle in the same transaction. */
export async function endWorkshop(trx: Writer, workshop: Workshop, by: By): Promise<StateOutcome> {
  return mayBecome(workshop, "completed")
    ? moveTo(trx, workshop, "completed", by)
    : { status: "refused", because: "notFromHere" };
}

async function moveTo(
  trx: Writer,
  workshop: Workshop,
  to: WorkshopState,
  { accountId, at }: By,
): Promise<StateOutcome> {
  const { numUpdatedRows } = await trx
    .updateTable("workshop")
    .set({ state: to, changedAt: at })
    .where("id", "=", workshop.id)
    .where("state", "=", workshop.state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return { status: "refused", because: "notFromHere" };
  if (to === "cancelled")
    await enqueue(trx, at, "workshop.cancelled", { workshopId: workshop.id }, { workshopId: workshop.id });
  await audit(trx, at, {
    accountId,
    action: "workshop.stateChanged",
    subjectKind: "workshop",
    subjectId: workshop.id,
    details: { from: workshop.state, to },
  });
  return { status: "changed" };
}

const facts = (input: WorkshopInput) => ({
  programmeId: input.programmeId,
  code: input.code,
  hostInstitutionId: input.hostInstitutionId,
  mode: input.mode,
  zone: input.zone,
  country: input.country,
  startsOn: input.startsOn,
  endsOn: input.endsOn,
  capacity: input.capacity,
  minimumAttendance: input.minimumAttendance,
  searchText: fold(
    [
      input.code,
      ...locales.flatMap((locale) => [input[`title.${locale}`], input[`summary.${locale}`], input[`venue.${locale}`]]),
    ].join(" "),
  ),
});

async function saveTexts(trx: Writer, workshopId: string, input: WorkshopInput) {
  await trx.deleteFrom("workshopText").where("workshopId", "=", workshopId).execute();
  await trx
    .insertInto("workshopText")
    .values(
      locales.map((locale) => ({
        workshopId,
        locale,
        title: input[`title.${locale}`],
        summary: input[`summary.${locale}`],
        venue: input[`venue.${locale}`],
        requirements: input[`requirements.${locale}`],
      })),
    )
    .execute();
}

async function saveThemes(trx: Writer, workshopId: string, { themeIds }: WorkshopInput) {
  await trx.deleteFrom("workshopTheme").where("workshopId", "=", workshopId).execute();
  const known = themeIds.length ? await trx.selectFrom("theme").select("id").where("id", "in", themeIds).execute() : [];
  if (known.length)
    await trx
      .insertInto("workshopTheme")
      .values(known.map(({ id }) => ({ workshopId, themeId: id })))
      .execute();
}

/** A form names at least one. */
async function saveLanguages(trx: Writer, workshopId: string, { workingLanguages }: WorkshopInput) {
  await trx.deleteFrom("workshopLanguage").where("workshopId", "=", workshopId).execute();
  await trx
    .insertInto("workshopLanguage")
    .values(workingLanguages.map((locale, index) => ({ workshopId, position: index + 1, locale })))
    .execute();
}
