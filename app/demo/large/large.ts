import { hashDemoPassword } from "#app/demo/accounts.ts";
import { bordersProgramme } from "#app/demo/content/programmes.ts";
import { addMarks, settleEnrolments } from "#app/demo/rows/attendance-rows.ts";
import { addInstitutions, addProgrammeRows, addThemes } from "#app/demo/rows/catalogue-rows.ts";
import { addEnrolments } from "#app/demo/rows/enrolment-rows.ts";
import { markSharedKeys } from "#app/demo/rows/people-rows.ts";
import { insertRows, noRows } from "#app/demo/rows/rows.ts";
import { addWorkshop } from "#app/demo/rows/workshop-rows.ts";
import { newWorld, type World } from "#app/demo/rows/world.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addCrowd, addStaff, type Crowd } from "./large-people.ts";
import { type LargeWorkshop, planLarge } from "./large-plan.ts";

/** Bounds the memory: rows of workshops with so many seats wait to be stored. */
const seatsAtOnce = 800;

/** How much a seed makes. Everything else follows from it. */
export type Size = { people: number; workshops: number; seats: number };

/** 20,000 people, 1,000 workshops, 40,000 enrolments, 400,000 marks. */
export const everyday: Size = { people: 20_000, workshops: 1_000, seats: 40 };

type Seed = { at: Instant; size?: Size; scale?: number };

/**
 * Fills an empty database with a size of rows, and the demo's accounts. `scale` makes it smaller, down to a hundredth;
 * the same `at` gives the same rows. Workshops are stored some at a time: a seed that is stopped leaves a part.
 */
export async function seedLarge(database: Database, { at, size = everyday, scale = 1 }: Seed): Promise<void> {
  const passwordHash = await hashDemoPassword();
  const [world, today] = [newWorld(at, "large"), localDate(at, "UTC")];
  addInstitutions(world);
  addThemes(world);
  addProgrammeRows(world, bordersProgramme, plusLocalDays(today, -6 * 365), plusLocalDays(today, 3 * 365));
  world.rows.setting.push({ name: "demo", value: "on" });
  const coordinatorId = addStaff(world, passwordHash);
  const crowd = addCrowd(world, size.people * scale);
  markSharedKeys(world);
  await store(database, world);
  const plan = planLarge(at, { count: size.workshops * scale, seats: size.seats });
  const atOnce = Math.ceil(seatsAtOnce / size.seats);
  for (let start = 0; start < plan.length; start += atOnce) {
    for (const workshop of plan.slice(start, start + atOnce)) addLargeWorkshop(world, workshop, coordinatorId, crowd);
    await store(database, world);
  }
}

function addLargeWorkshop(
  world: World,
  { planned, code, requests, withdrawn, absent }: LargeWorkshop,
  by: Id<"account">,
  crowd: Crowd,
): void {
  const workshop = addWorkshop(world, planned, code);
  const asking = crowd.next(planned.content.country === "MX" ? "JP" : "MX", requests);
  const enrolments = addEnrolments(world, workshop, asking, withdrawn);
  // sessions that are still to come get none
  const marks = addMarks(world, workshop, enrolments, { by, absent });
  if (workshop.state === "completed") settleEnrolments(world, workshop, enrolments, marks, by);
}

async function store(database: Database, world: World): Promise<void> {
  await database.transact((trx) => insertRows(trx, world.rows));
  world.rows = noRows();
}
