import { hashDemoPassword } from "#app/demo/accounts.ts";
import { bordersProgramme } from "#app/demo/content/programmes.ts";
import { addMarks, settleEnrolments } from "#app/demo/rows/attendance-rows.ts";
import { addInstitutions, addProgrammeRows, addThemes } from "#app/demo/rows/catalogue-rows.ts";
import { addEnrolments } from "#app/demo/rows/enrolment-rows.ts";
import { insertRows, noRows } from "#app/demo/rows/rows.ts";
import { addWorkshop } from "#app/demo/rows/workshop-rows.ts";
import { newWorld, type World } from "#app/demo/rows/world.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addCrowd, addStaff, type Crowd } from "./large-people.ts";
import { planLarge } from "./large-plan.ts";

const people = 20_000;
const workshops = 1_000;
/** Bounds the memory: rows of this many workshops wait to be stored. */
const workshopsAtOnce = 20;

/**
 * Fills an empty database with the everyday size: 20,000 people, 1,000 workshops, 40,000 enrolments, 400,000 marks,
 * and the demo's accounts. `scale` makes it smaller, down to a hundredth; the same `at` gives the same rows.
 */
export async function seedLarge(database: Database, { at, scale = 1 }: { at: Instant; scale?: number }): Promise<void> {
  const passwordHash = await hashDemoPassword();
  await database.transact(async (trx) => {
    const [world, today] = [newWorld(at, "large"), localDate(at, "UTC")];
    addInstitutions(world);
    addThemes(world);
    addProgrammeRows(world, bordersProgramme, plusLocalDays(today, -6 * 365), plusLocalDays(today, 3 * 365));
    world.rows.setting.push({ name: "demo", value: "on" });
    const coordinatorId = addStaff(world, passwordHash);
    const crowd = addCrowd(world, people * scale);
    await store(trx, world);
    await addLargeWorkshops(trx, world, { coordinatorId, crowd, count: workshops * scale });
  });
}

async function addLargeWorkshops(
  trx: Writer,
  world: World,
  { coordinatorId: by, crowd, count }: { coordinatorId: Id<"account">; crowd: Crowd; count: number },
) {
  for (const [index, { planned, code, requests, withdrawn, absent }] of planLarge(world.at, count).entries()) {
    const workshop = addWorkshop(world, planned, code);
    const asking = crowd.next(planned.content.country === "MX" ? "JP" : "MX", requests);
    const enrolments = addEnrolments(world, workshop, asking, withdrawn);
    // sessions that are still to come get none
    const marks = addMarks(world, workshop, enrolments, { by, absent });
    if (workshop.state === "completed") settleEnrolments(world, workshop, enrolments, marks, by);
    if ((index + 1) % workshopsAtOnce === 0) await store(trx, world);
  }
  await store(trx, world);
}

async function store(trx: Writer, world: World): Promise<void> {
  await insertRows(trx, world.rows);
  world.rows = noRows();
}
