import { countMarksBySession } from "#app/attendance/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { postpone } from "#app/timetable/postponing/postponing.commands.ts";
import type { Database } from "#db/database.ts";
import { planOf } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";

const desk = "/:l/desk/workshops/:code";

/** Forms in good order that plan several sessions at once. */
export const timetableForms = {
  [`${desk}/copy`]: {
    path: "/es/desk/workshops/ZZ-4/copy",
    form: { deed: "copy", startsOn: "2027-12-20", parts: ["texts", "sessions", "venue"] },
  },
  [`${desk}/dates`]: {
    path: "/es/desk/workshops/ZZ-3/dates",
    form: { closed: "2026-12-20", running: "1" },
  },
  [`${desk}/postponement`]: {
    path: "/es/desk/workshops/ZZ-4/postponement",
    form: { to: "2027-01-11", reason: "La sede no está disponible." },
  },
  [`${desk}/sessions/:n/repeat`]: {
    path: "/es/desk/workshops/ZZ-4/sessions/6/repeat",
    form: { on: "2026-12-26" },
  },
  [`${desk}/timetable/paste`]: {
    path: "/es/desk/workshops/ZZ-2/timetable/paste",
    form: { part: "save", text: "2026-11-25\t15:00\t16:00\tlecture\tNueva" },
  },
  [`${desk}/timetable/shift`]: {
    path: "/es/desk/workshops/ZZ-3/timetable/shift",
    form: { to: "2027-01-11" },
  },
  [`${desk}/timetable/texts`]: {
    path: "/es/desk/workshops/ZZ-2/timetable/texts",
    form: { "title.1.es": "Otra" },
  },
};

/** A workshop that was postponed, of which nobody has been told. */
export async function havePostponed(database: Database, at: Instant): Promise<void> {
  await addWorkshop(database, { code: "ZZ-5", startsOn: "2027-02-15", endsOn: "2027-02-19", state: "published" });
  await database.transact(async (trx) => {
    const planning = { ...(await planOf(trx, { code: "ZZ-5" })), countMarks: countMarksBySession };
    return postpone(trx, planning, { to: "2027-03-01", reason: "Por obras." }, { accountId: null, at });
  });
}

/** Takes back what was postponed. */
export async function undoForms(read: Database["read"]) {
  const { id } = await read.selectFrom("postponement").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
  return { [`${desk}/postponement/undo`]: { path: "/es/desk/workshops/ZZ-5/postponement/undo", form: { id } } };
}
