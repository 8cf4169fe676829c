import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { addAbsence, addMember } from "#app/faculty/commands.ts";
import { answerForm, seenMark } from "#app/faculty/form.ts";
import { answerRequest } from "#app/faculty/requests/answers.commands.ts";
import { askStaff } from "#app/faculty/requests/asking.commands.ts";
import { findRequest, findRequested } from "#app/faculty/requests/requests.queries.ts";
import { type Chosen, saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { listRequestsOf } from "#app/faculty/staff/staff.queries.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type DemoTeacher, teachers } from "./content/teachers.ts";
import type { Row, Rows } from "./rows/rows.ts";
import { known } from "./rows/world.ts";

export type Members = Map<string, Id<"faculty">>;

/** How a workshop's teachers have answered by now. */
type Course = "agreed" | "waiting" | "declined" | "proposed";

/** Days after the request on which somebody answers. */
const answerDays = 2;

/**
 * Puts people on the list of those who teach, into the sessions of the workshops that are under way or to come, and has
 * them asked: by the rooms' commands, each at its time. One has not answered yet, and one has declined.
 */
export async function teach(trx: Writer, rows: Rows, at: Instant): Promise<Members> {
  const coordinator = rows.account.find(({ email }) => email === "coordinator@demo.example");
  const by = { accountId: coordinator?.id ?? null, at: plusDays(at, -90) };
  const members: Members = new Map();
  for (const teacher of teachers) members.set(teacher.family, await addTeacher(trx, rows, { teacher, at }, by));
  const coming = rows.workshop
    .filter(({ state, startsOn }) => state !== "cancelled" && startsOn > localDate(plusDays(at, -60), "UTC"))
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
  const open = coming.filter(({ state }) => state === "open");
  for (const workshop of coming)
    await staff(trx, rows, { workshop, members, course: courseOf(workshop, open.indexOf(workshop)), at }, by);
  return members;
}

function courseOf({ state }: Row<"workshop">, placeAmongOpen: number): Course {
  if (state === "draft" || state === "published") return "proposed";
  if (placeAmongOpen === 1) return "waiting";
  return placeAmongOpen === 2 ? "declined" : "agreed";
}

async function addTeacher(trx: Writer, rows: Rows, { teacher, at }: { teacher: DemoTeacher; at: Instant }, by: By) {
  const { family, given, roles, languages, note, absence } = teacher;
  const people = rows.person.filter(({ familyName, givenName }) => familyName === family && givenName === given);
  const personId = known(new Map(people.map(({ id }) => ["", id])), "");
  const { id } = await addMember(trx, { personId, roles, languages, note }, by);
  if (absence) {
    const today = localDate(at, "UTC");
    const days = { startsOn: plusLocalDays(today, absence.from), endsOn: plusLocalDays(today, absence.to) };
    await addAbsence(trx, id, { ...days, note: absence.note }, by);
  }
  return id;
}

type Staffing = { workshop: Row<"workshop">; members: Members; course: Course; at: Instant };

async function staff(trx: Writer, rows: Rows, { workshop, members, course, at }: Staffing, by: By) {
  const sessions = rows.session.filter(({ workshopId }) => workshopId === workshop.id);
  for (const { id, number, kind } of sessions)
    await saveStaff(trx, id, chosenFor(workshop.country, { number, kind, members }), by);
  if (course === "proposed") return;
  const first = sessions.map(({ startsAt }) => startsAt).toSorted()[0] ?? at;
  const longBefore = plusDays(first, -30);
  const recently = plusDays(at, course === "waiting" ? -4 : -6);
  const asking = { ...by, at: longBefore < recently ? longBefore : recently };
  const held = await holdWorkshop(trx, workshop.code, everywhere);
  if (!held) throw new Error(`The demo has no workshop ${workshop.code}.`);
  await askStaff(trx, held, asking);
  const silent = course === "waiting" ? known(members, "Honda") : null;
  const unable = course === "declined" ? known(members, "Nakagawa") : null;
  await answerAll(trx, { workshopId: held.id, silent, unable }, plusDays(asking.at, answerDays));
}

/** In Japan the demo's instructor and somebody who accompanies the group; in Mexico a guest from Japan. */
function chosenFor(country: string, { number, kind, members }: { number: number; kind: string; members: Members }) {
  const one = (role: Chosen["role"], family: string, place = 1): Chosen => ({
    ...{ role, name: `${role}.${place}` },
    facultyId: known(members, family),
  });
  if (kind === "ceremony") return country === "JP" ? [one("companion", "Nishiyama")] : [];
  if (country === "JP")
    return [one("instructor", "Honda"), one("interpreter", "Nakagawa"), one("companion", "Nishiyama")];
  const guest = number % 2 === 0 ? [one("instructor", "Miyazaki")] : [one("instructor", "Honda")];
  return [...guest, one("interpreter", "Nakagawa")];
}

type Answering = { workshopId: Id<"workshop">; silent: Id<"faculty"> | null; unable: Id<"faculty"> | null };

/** All who were asked say yes, but for one who has not answered, and one who cannot. */
export async function answerAll(trx: Writer, { workshopId, silent, unable }: Answering, at: Instant): Promise<void> {
  for (const [facultyId, { id }] of await listRequestsOf(trx, workshopId)) {
    const request = await findRequest(trx, id);
    const requested = request && (await findRequested(trx, request));
    if (!requested || facultyId === silent) continue;
    const ids = requested.sessions.map((session) => session.id);
    const input = answerForm.parse({
      answer: facultyId === unable ? "decline" : "accept",
      accepted: facultyId === unable ? [] : ids,
      seen: requested.sessions.map((session) => seenMark({ sessionId: session.id, startsAt: session.startsAt })),
      reason: facultyId === unable ? "Ese mes interpreto en otro curso; con gusto en otra ocasión." : "",
    });
    await answerRequest(trx, id, input, { accountId: null, at });
  }
}
