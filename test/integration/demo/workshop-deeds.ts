import { everywhere } from "#app/access/permissions.ts";
import type { ToldPlan } from "#app/enrolment/told/plan.ts";
import type { Instant } from "#app/time/instant.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm, sessionTitle } from "#app/timetable/form.ts";
import { findSession, listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { changeState, planWorkshop } from "#app/workshops/commands.ts";
import { workshopForm, workshopTexts } from "#app/workshops/form.ts";
import { listLanguages } from "#app/workshops/languages.queries.ts";
import { findWorkshop, listThemeIds } from "#app/workshops/queries.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { accepted, type Deed, type Twins } from "./deeds.ts";
import { moduleDeeds } from "./venue-deeds.ts";

/**
 * How a workshop comes into a state. One is completed by its attendance, and cancelled after people have asked to come.
 */
const ways: Record<WorkshopState, Exclude<WorkshopState, "draft" | "completed">[]> = {
  draft: [],
  published: ["published"],
  open: ["published", "open"],
  closed: ["published", "open", "closed"],
  running: ["published", "open", "closed", "running"],
  completed: ["published", "open", "closed", "running"],
  cancelled: ["published", "open", "cancelled"],
};

export type SeededWorkshop = Awaited<ReturnType<typeof readWorkshops>>[number];

/** With the moments by which what left no trace of its own must have happened. */
export const readWorkshops = async (from: Database) =>
  await Promise.all((await readRows(from)).map(async (row) => ({ ...row, moved: await findMoved(from, row.id) })));

const readRows = ({ read }: Database) =>
  read
    .selectFrom("workshop")
    .select((eb) => [
      ...(["id", "code", "state", "createdAt", "changedAt", "programmeId", "hostInstitutionId"] as const),
      eb
        .selectFrom("session")
        .whereRef("session.workshopId", "=", "workshop.id")
        .select(({ fn }) => fn.min("startsAt").as("at"))
        .as("beginsAt"),
      eb
        .selectFrom("enrolment")
        .whereRef("enrolment.workshopId", "=", "workshop.id")
        .select(({ fn }) => fn.max("requestedAt").as("at"))
        .as("askedUntil"),
    ])
    .orderBy("workshop.id")
    .execute();

/** Planned as its desk plans it, and opened to people. */
export async function planningDeeds(from: Database, workshop: SeededWorkshop, twins: Twins): Promise<Deed[]> {
  const sessions = await listSessionsOf(from.read, [workshop.id]);
  const numbers = sessions.map(({ number }) => number).sort((one, other) => one - other);
  const plannedAt = workshop.state === "draft" ? workshop.changedAt : workshop.createdAt;
  return [
    { at: workshop.createdAt, perform: planning(from, workshop, twins) },
    ...(await moduleDeeds(from, workshop, twins)),
    ...numbers.map((number) => ({ at: plannedAt, perform: timing(from, workshop, { number, at: plannedAt }, twins) })),
    ...moves(workshop, ["published", "open"]),
  ];
}

/** What becomes of it once people have asked to come. */
export const closingDeeds = (workshop: SeededWorkshop): Deed[] => moves(workshop, ["closed", "running", "cancelled"]);

const planning = (from: Database, seeded: SeededWorkshop, twins: Twins) => async (trx: Writer) => {
  const { code, createdAt: at } = seeded;
  const by = { accountId: null, at, reach: everywhere };
  accepted(await planWorkshop(trx, await workshopInput(from, seeded, twins), by), code);
  twins.pair(seeded.id, (await held(trx, { code })).id);
};

/** As somebody fills in its form. */
async function workshopInput({ read }: Database, seeded: SeededWorkshop, twins: Twins) {
  const { texts, ...workshop } = accepted(await findWorkshop(read, seeded.code, everywhere), seeded.code);
  return workshopForm.parse({
    ...workshop,
    venueId: workshop.venueId ? twins.of(workshop.venueId) : "",
    programmeId: twins.of(workshop.programmeId),
    hostInstitutionId: twins.of(workshop.hostInstitutionId),
    capacity: String(workshop.capacity),
    minimumAttendance: String(workshop.minimumAttendance),
    workingLanguages: await listLanguages(read, workshop.id),
    themeIds: (await listThemeIds(read, workshop.id)).map((id) => twins.of(id)),
    ...workshopTexts.title.write(texts.title),
    ...workshopTexts.summary.write(texts.summary),
    ...workshopTexts.venue.write(texts.venue),
    ...workshopTexts.requirements.write(texts.requirements),
  });
}

type Timing = { number: number; at: Instant };

const timing =
  ({ read }: Database, { id, code, moved }: SeededWorkshop, { number, at }: Timing, twins: Twins) =>
  async (trx: Writer) => {
    const session = accepted(await findSession(read, id, number), `${code}/${number}`);
    const input = sessionInput({ ...session, ...(moved?.number === number ? moved.from : {}) }, twins);
    accepted(await saveSession(trx, await held(trx, { code }), null, input, { accountId: null, at }), code);
    twins.pair(session.id, (await findSession(trx, twins.of(id), number))?.id);
  };

/** As somebody fills in its form. */
const sessionInput = (session: Session, twins: Twins) =>
  sessionForm.parse({
    moduleId: session.moduleId ? twins.of(session.moduleId) : "",
    place: twinOf(session.roomId ?? session.venueId, twins),
    ...{ joinUrl: session.joinUrl, language: session.language ?? "", interpretation: session.interpretation },
    ...{ kind: session.kind, room: session.room, isCounted: session.isCounted ? "1" : undefined },
    date: session.startsLocal.slice(0, 10),
    startsTime: session.startsLocal.slice(11),
    endsTime: session.endsLocal.slice(11),
    endsNextDay: session.endsLocal.slice(0, 10) > session.startsLocal.slice(0, 10) ? "1" : undefined,
    ...sessionTitle.write(session.title),
  });

const twinOf = (id: Id<"room"> | Id<"venue"> | null, twins: Twins) => (id ? twins.of(id as Id) : "");

/** A session that was moved after people had been told of it. */
export function movingDeeds({ read }: Database, workshop: SeededWorkshop, twins: Twins): Deed[] {
  const { id, code, moved, changedAt: at } = workshop;
  if (!moved) return [];
  const { number } = moved;
  const perform = async (trx: Writer) => {
    const input = sessionInput(accepted(await findSession(read, id, number), `${code}/${number}`), twins);
    const session = accepted(await findSession(trx, twins.of(id), number), `${code}/${number}`);
    accepted(await saveSession(trx, await held(trx, { code }), session, input, { accountId: null, at }), code);
  };
  return [{ at, perform }];
}

/** What its people were told of a session that is at another time now. */
async function findMoved({ read }: Database, id: Id<"workshop">) {
  const told = await read.selectFrom("toldPlan").select("plan").where("workshopId", "=", id).executeTakeFirst();
  if (!told) return null;
  const { sessions } = JSON.parse(told.plan) as ToldPlan;
  const standing = await listSessionsOf(read, [id]);
  for (const { id: sessionId, startsLocal, endsLocal } of sessions) {
    const now = standing.find((session) => session.id === sessionId);
    if (now && now.startsLocal !== startsLocal) return { number: now.number, from: { startsLocal, endsLocal } };
  }
  return null;
}

function moves(workshop: SeededWorkshop, among: WorkshopState[]): Deed[] {
  const { code, state } = workshop;
  return ways[state]
    .filter((to) => among.includes(to))
    .map((to) => {
      const at = momentOf(workshop, to);
      const perform = async (trx: Writer) =>
        accepted(await changeState(trx, await planOf(trx, { code }), to, { accountId: null, at }), `${code} ${to}`);
      return { at, perform };
    });
}

/** The last change left its moment; each earlier one came as soon as it could. */
function momentOf(workshop: SeededWorkshop, to: WorkshopState): Instant {
  const { state, createdAt, changedAt, askedUntil, beginsAt, moved } = workshop;
  if (to === state && !moved) return changedAt;
  if (to === "closed") return askedUntil ?? createdAt;
  return to === "running" ? (beginsAt ?? createdAt) : createdAt;
}
