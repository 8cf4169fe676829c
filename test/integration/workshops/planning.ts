import { everywhere } from "#app/access/permissions.ts";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession } from "#app/timetable/queries.ts";
import { changeState, changeWorkshop, planWorkshop } from "#app/workshops/commands.ts";
import { workshopForm } from "#app/workshops/form.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";
export const at = "2026-10-01T12:00:00.000Z" as const;
/** In Tijuana. */
const firstDay = "2026-10-30T12:00:00.000Z" as const;

export const fields = {
  code: "mj-2026-77",
  mode: "onSite",
  country: "MX",
  zone: "America/Tijuana",
  startsOn: "2026-10-30",
  endsOn: "2026-11-03",
  capacity: "１０",
  minimumAttendance: "80",
  workingLanguages: ["es", "ja"],
  "title.es": "Detección en frontera",
  "title.ja": "国境における発見",
  "venue.es": "Aduana de Tijuana",
};

export async function setUp(database: Database) {
  await addWorkshop(database, { code: "SEED-1" });
  const { accountId } = await addPerson(database, { locale: "es", email: "c@demo.example" });
  const programme = await database.read.selectFrom("programme").select("id").executeTakeFirstOrThrow();
  const institution = await database.read.selectFrom("institution").select("id").executeTakeFirstOrThrow();
  const input = (changes = {}) =>
    workshopForm.parse({ ...fields, programmeId: programme.id, hostInstitutionId: institution.id, ...changes });
  const by = { accountId, at, reach: everywhere };
  const find = async (code = "MJ-2026-77") => (await findWorkshop(database.read, code, everywhere))!;
  return {
    input,
    find,
    programmeId: programme.id,
    plan: (changes = {}) => database.transact((trx) => planWorkshop(trx, input(changes), by)),
    change: async (changes = {}) => {
      const workshop = await find();
      return database.transact(async (trx) => changeWorkshop(trx, await planOf(trx, workshop), input(changes), by));
    },
    become: async (to: WorkshopState, when: Instant = to === "running" ? firstDay : at) => {
      const workshop = await find();
      return database.transact(async (trx) => changeState(trx, await planOf(trx, workshop), to, { ...by, at: when }));
    },
    session: async (date: string, startsTime: string, endsTime: string, number?: number, when: Instant = at) => {
      const workshop = await find();
      const session = number ? await findSession(database.read, workshop.id, number) : null;
      const sessionInput = sessionForm.parse({
        kind: "lecture",
        date,
        startsTime,
        endsTime,
        endsNextDay: endsTime < startsTime ? "1" : undefined,
        isCounted: "1",
        "title.es": "Uno",
      });
      return database.transact(async (trx) =>
        saveSession(trx, await held(trx, workshop), session, sessionInput, { ...by, at: when }),
      );
    },
    remove: async (number: number) => {
      const workshop = await find();
      const session = (await findSession(database.read, workshop.id, number))!;
      return database.transact(async (trx) => removeSession(trx, await held(trx, workshop), session, by));
    },
  };
}
