import type { By } from "#app/access/actor.ts";
import type { Reach } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import type { Misfit } from "#app/timetable/plan/misfits.rules.ts";
import { type NewSession, writePlan } from "#app/timetable/plan/plan.commands.ts";
import type { Session } from "#app/timetable/queries.ts";
import { listArchivedPlaces } from "#app/venues/places.queries.ts";
import { planWorkshop, type WorkshopOutcome } from "#app/workshops/commands.ts";
import { type WorkshopInput, workshopTexts } from "#app/workshops/form.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import { listLanguages } from "#app/workshops/languages.queries.ts";
import { saveModule } from "#app/workshops/modules/commands.ts";
import { moduleTexts } from "#app/workshops/modules/form.ts";
import { listModules } from "#app/workshops/modules/queries.ts";
import { usualLanguages } from "#app/workshops/plan/draft.rules.ts";
import { listThemeIds } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { EditionPart } from "./edition.rules.ts";
import { type Edition, type EditionSession, editionPlan } from "./edition-plan.ts";

/** `copies`: a session of the new edition by that of the former one. */
type EditionOutcome =
  | Extract<WorkshopOutcome, { status: "refused" }>
  | { status: "saved"; code: string; copies: ReadonlyMap<Id<"session">, Id<"session">> }
  | { status: "misfits"; misfits: Misfit[] };

/** Who copies, and in which programmes they may. */
type Copier = By & { reach: Reach };

/**
 * Makes the next edition of a workshop, as a draft: its facts, and what was ticked. People, marks, messages and the
 * state stay with the former one; whoever is to teach again is the faculty room's. Where a session cannot be as it
 * was, nothing is made. The former one is held.
 */
export async function copyWorkshop(
  trx: Writer,
  { workshop, sessions }: { workshop: HeldWorkshop; sessions: readonly Session[] },
  edition: Edition & { code: string },
  by: Copier,
): Promise<EditionOutcome> {
  const archived = await listArchivedPlaces(trx);
  const plan = editionPlan({ workshop, sessions, archived }, edition);
  if (plan.misfits.length) return { status: "misfits", misfits: plan.misfits };
  const isBookable = workshop.venueId !== null && !archived.has(workshop.venueId);
  const input = { ...(await inputOf(trx, workshop, edition.parts)), ...plan.days, code: edition.code };
  const planned = await planWorkshop(trx, isBookable ? input : { ...input, venueId: noVenue }, by);
  if (planned.status === "refused") return planned;
  const copy = (await holdWorkshop(trx, planned.code, by.reach)) as HeldWorkshop;
  const modules = edition.parts.includes("modules")
    ? await copyModules(trx, workshop.id, copy, by)
    : new Map<Id<"module">, Id<"module">>();
  const added = plan.sessions.map((session) => addition(session, modules));
  const countMarks = async () => new Map();
  const outcome = await writePlan(trx, { workshop: copy, sessions: [], countMarks }, { added }, by);
  if (outcome.status === "refused") throw new Error(`A plan that fitted does not: ${outcome.because}`);
  const details = { formerId: workshop.id, formerCode: workshop.code, parts: edition.parts, sessions: added.length };
  await audit(trx, by.at, { accountId: by.accountId, action: "workshop.copied", subjectId: copy.id, details });
  const copies = new Map(plan.sessions.map(({ session }, index) => [session.id, (added[index] as NewSession).id]));
  return { ...planned, copies };
}

const noVenue = "" as Id<"venue">;

/** The former edition as a form would send it, with what was ticked. */
async function inputOf(
  trx: Writer,
  { texts, ...workshop }: HeldWorkshop,
  parts: readonly EditionPart[],
): Promise<WorkshopInput> {
  const { programmeId, hostInstitutionId, mode, country, zone, capacity, minimumAttendance } = workshop;
  const { contactName, contactEmail, contactPhone } = workshop;
  const takes = (part: EditionPart) => parts.includes(part);
  return {
    ...{ programmeId, hostInstitutionId, mode, zone, capacity, minimumAttendance },
    country: country as WorkshopInput["country"],
    ...{ code: workshop.code, startsOn: workshop.startsOn, endsOn: workshop.endsOn },
    ...{ contactName, contactEmail, contactPhone },
    venueId: takes("venue") ? (workshop.venueId ?? noVenue) : noVenue,
    workingLanguages: takes("languages") ? await listLanguages(trx, workshop.id) : [...usualLanguages],
    themeIds: takes("themes") ? await listThemeIds(trx, workshop.id) : [],
    // a workshop without a title would be found by nobody
    ...workshopTexts.title.write(texts.title),
    ...workshopTexts.summary.write(takes("texts") ? texts.summary : {}),
    ...workshopTexts.requirements.write(takes("texts") ? texts.requirements : {}),
    ...workshopTexts.venue.write(takes("venue") ? texts.venue : {}),
  };
}

type Copies = ReadonlyMap<Id<"module">, Id<"module">>;

/** @returns the module of the new edition, by that of the former one */
async function copyModules(trx: Writer, former: Id<"workshop">, copy: HeldWorkshop, by: By): Promise<Copies> {
  const copies = new Map<Id<"module">, Id<"module">>();
  for (const { id, title, objective, indicator } of await listModules(trx, former)) {
    const texts = {
      ...moduleTexts.title.write(title),
      ...moduleTexts.objective.write(objective),
      ...moduleTexts.indicator.write(indicator),
    };
    copies.set(id, await saveModule(trx, copy, null, texts, by));
  }
  return copies;
}

/** Where one joins is left behind: it was the address of that meeting. */
const addition = ({ session, facts }: EditionSession, modules: Copies) => ({
  ...facts,
  id: newId<"session">(),
  number: null,
  copyOf: {
    ...session,
    moduleId: session.moduleId && (modules.get(session.moduleId) ?? null),
    joinUrl: "",
  },
});
