import { everywhere } from "#app/access/permissions.ts";
import { freezePlan } from "#app/enrolment/told/original.commands.ts";
import { askStaff } from "#app/faculty/requests/asking.commands.ts";
import { facultyRoles } from "#app/faculty/rules.ts";
import { saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { listHolidays } from "#app/time/holidays/list-holidays.ts";
import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { countsByKind } from "#app/timetable/kinds.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { changeState, planWorkshop } from "#app/workshops/commands.ts";
import { workshopForm } from "#app/workshops/form.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { saveMilestones } from "#app/workshops/life/commands.ts";
import { offeredDays } from "#app/workshops/life/life.rules.ts";
import { saveModule } from "#app/workshops/modules/commands.ts";
import { moduleForm } from "#app/workshops/modules/form.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { venues } from "./content/venues.ts";
import type { Rows } from "./rows/rows.ts";
import { answerAll, type Members } from "./teaching.ts";
import { courseModules, courseSessions, courseTexts } from "./workshops/course-two-weeks.ts";
import { type DemoPlace, inventedNote, type Title } from "./workshops/workshop-content.ts";

const zone = "America/Mexico_City";
const weekDays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11];

/**
 * Plans a course of two weeks at two venues on two clocks, by the rooms' commands: with modules and people who teach,
 * of whom one has not answered, and with a reception for which the house is not open.
 */
export async function planCourse(trx: Writer, rows: Rows, { members, at }: { members: Members; at: Instant }) {
  const coordinator = rows.account.find(({ email }) => email === "coordinator@demo.example");
  const by = { accountId: coordinator?.id ?? null, at: plusDays(at, -20), reach: everywhere };
  const startsOn = freeMonday(rows, plusLocalDays(localDate(at, zone), 140));
  const days = weekDays.map((day) => plusLocalDays(startsOn, day));
  const input = workshopForm.parse(facts(rows, days));
  const planned = await planWorkshop(trx, input, by);
  if (planned.status === "refused") throw new Error(`The demo's course cannot be planned: ${planned.because}.`);
  const workshop = await holdWorkshop(trx, planned.code, everywhere);
  if (!workshop) throw new Error("The demo has no course.");
  const modules: Id<"module">[] = [];
  for (const texts of courseModules) modules.push(await saveModule(trx, workshop, null, moduleInput(texts), by));
  for (const session of courseSessions) {
    const form = sessionForm.parse({
      ...inAll("title", session.title),
      ...{ kind: session.kind, date: days[session.day], startsTime: session.from, endsTime: session.to },
      place: session.place ? roomIdOf(rows, session.place) : "",
      moduleId: session.module === null ? "" : modules[session.module],
      interpretation: session.staff.interpreter ? "consecutive" : "",
      isCounted: countsByKind[session.kind] ? "1" : "",
    });
    const saved = await saveSession(trx, workshop, null, form, by);
    if (saved.status === "refused") throw new Error(`${session.title[0]} cannot be planned: ${saved.because}.`);
    await saveStaff(trx, saved.id, chosenFor(session.staff, members), by);
  }
  await publish(trx, planned.code, { members, at });
}

/** Published, with the days of a workshop with journeys; all have answered but for one. */
async function publish(trx: Writer, code: string, { members, at }: { members: Members; at: Instant }) {
  const by = { accountId: null, at: plusDays(at, -8) };
  const workshop = await holdWorkshop(trx, code, everywhere);
  if (!workshop) throw new Error(`The demo has no workshop ${code}.`);
  await changeState(trx, { workshop, sessions: await listSessionsOf(trx, [workshop.id]) }, "published", by);
  await freezePlan(trx, workshop.id, by.at);
  const held = await holdWorkshop(trx, code, everywhere);
  if (!held) throw new Error(`The demo has no workshop ${code}.`);
  const today = plusLocalDays(localDate(at, zone), 1);
  const offered = offeredDays("long", { firstDay: held.startsOn, today });
  await saveMilestones(trx, held, { ...offered, running: true }, by);
  const asking = { ...by, at: plusDays(at, -6) };
  await askStaff(trx, held, asking);
  const silent = members.get("Miyazaki") ?? null;
  await answerAll(trx, { workshopId: held.id, silent, unable: null }, plusDays(asking.at, 2));
}

/** The first Monday of two weeks in which nothing else is held, and no day is a public holiday where it takes place. */
function freeMonday(rows: Rows, from: LocalDate): LocalDate {
  for (let day = from; ; day = plusLocalDays(day, 1)) {
    const until = plusLocalDays(day, 11);
    const isTaken = rows.workshop.some(({ startsOn, endsOn }) => startsOn <= until && day <= endsOn);
    const isOff = listHolidays("MX", day, until).length > 0;
    if (weekdayOf(day) === 1 && !isTaken && !isOff) return day;
  }
}

function facts(rows: Rows, days: LocalDate[]) {
  const startsOn = days[0] as LocalDate;
  const year = startsOn.slice(0, 4);
  const numbers = rows.workshop.flatMap(({ code }) => (code.startsWith(`MJ-${year}-`) ? [Number(code.slice(8))] : []));
  const institution = rows.institution.find(({ code }) => code === "MX-CUSTOMS");
  return {
    ...inAll("title", courseTexts.title),
    ...inAll("summary", noted([...courseTexts.summary])),
    ...inAll("requirements", courseTexts.requirements),
    ...inAll("venue", venues.mexicoCity.name),
    code: `MJ-${year}-${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`,
    programmeId: rows.programme.find(({ code }) => code === "MJ-BORDERS")?.id,
    hostInstitutionId: institution?.id,
    venueId: venueIdOf(rows, "mexicoCity"),
    ...{ mode: "onSite", country: "MX", zone, startsOn, endsOn: days.at(-1), capacity: "16", minimumAttendance: "80" },
    workingLanguages: ["es", "ja"],
    themeIds: rows.theme.filter(({ code }) => code === "information-exchange").map(({ id }) => id),
  };
}

const inAll = (field: string, texts: readonly [string, string, string]) =>
  Object.fromEntries(locales.map((locale, index) => [`${field}.${locale}`, texts[index]]));

/** With what stands at the end of every summary. */
const noted = ([es, ja, en]: Title): Title => [
  `${es} ${inventedNote.es}`,
  `${ja}${inventedNote.ja}`,
  `${en} ${inventedNote.en}`,
];

const moduleInput = ({ title, objective, indicator }: Record<"title" | "objective" | "indicator", Title>) =>
  moduleForm.parse({ ...inAll("title", title), ...inAll("objective", objective), ...inAll("indicator", indicator) });

const venueIdOf = (rows: Rows, venue: DemoPlace["venue"]) =>
  rows.venueText.find(({ locale, name }) => locale === "es" && name === venues[venue].name[0])?.venueId;

function roomIdOf(rows: Rows, { venue, room }: DemoPlace) {
  const venueId = venueIdOf(rows, venue);
  const own = new Set(rows.room.filter((one) => one.venueId === venueId).map(({ id }) => id));
  return rows.roomText.find(({ roomId, locale, name }) => locale === "es" && name === room && own.has(roomId))?.roomId;
}

const chosenFor = (staff: Partial<Record<(typeof facultyRoles)[number], string>>, members: Members) =>
  facultyRoles.flatMap((role) => {
    const facultyId = members.get(staff[role] ?? "");
    return facultyId ? [{ role, facultyId, name: `${role}.1` }] : [];
  });
