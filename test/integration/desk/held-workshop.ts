import type { By } from "#app/access/actor.ts";
import { completeWorkshop, saveSheet } from "#app/attendance/commands.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { action as reopening } from "#app/desk/workshop/reopening.route.tsx";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { now } from "#app/time/instant.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

/** The last session has ended. */
export const at = "2026-11-27T18:00:00.000Z" as const;
export const page = "/es/desk/workshops/MJ-1";

type Door = Parameters<typeof knock>[0];

/** Two with a seat, of whom the first was always there and has a confirmed name, and the second never was. */
export async function setUp(database: Database, state: WorkshopState = "running") {
  const { workshopId, by, there, away } = await addPeople(database);
  await mark(database, { there, away }, by);
  await database.transact((trx) => trx.updateTable("workshop").set({ state }).execute());
  // a session begins now, whatever now is in a test
  const signedIn = () => cookieFor(database, by.accountId, now());
  const request = { workshopId, enrolmentIds: [there], appUrl: "https://puente.example", fonts: readFontCoverage() };
  return {
    workshopId,
    by,
    ask: async (door: Door, path: string) => knock(door, { database, cookie: await signedIn(), path: page + path }),
    post: async (door: Door, path: string, form = {}) =>
      knock(door, { database, cookie: await signedIn(), path: page + path, form }),
    reopen: async (form: Record<string, string>, to: Database = database) =>
      knock(reopening, { database: to, cookie: await signedIn(), path: `${page}/reopening`, form }),
    state: async () => (await database.read.selectFrom("workshop").select("state").executeTakeFirstOrThrow()).state,
    states: async () => (await listParticipants(database.read, workshopId)).map((one) => one.state),
    complete: () => database.transact(async (trx) => completeWorkshop(trx, await held(trx, { code: "MJ-1" }), by)),
    issue: (to: Database = database) => to.transact((trx) => issueCertificates(trx, request, by)),
  };
}

async function addPeople(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", minimumAttendance: 80 });
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  for (const _ of [1, 2]) {
    const person = await addAccount(database, { grants: ["official"], passwordHash: null });
    const by = { ...person, at: "2026-11-01T12:00:00.000Z" } as const;
    await database.transact((trx) => enrol(trx, { ...person, workshopId }, by));
  }
  const confirmed = { certificateName: "Ana López", nameConfirmedAt: at };
  await database.transact((trx) => trx.updateTable("person").set(confirmed).execute());
  const [there, away] = (await listParticipants(database.read, workshopId)).map(({ id }) => id);
  return { workshopId, by: { accountId, at }, there: there!, away: away! };
}

type Marked = Record<"there" | "away", Id<"enrolment">>;

const mark = (database: Database, { there, away }: Marked, by: By) =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code: "MJ-1" });
    const marks = new Map([
      [there, "present" as const],
      [away, "absent" as const],
    ]);
    for (const session of await listSessionsOf(trx, [workshop.id]))
      await saveSheet(trx, workshop, { session, marks, reason: "" }, by);
  });
