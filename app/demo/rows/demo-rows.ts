import type { ActingForOthers } from "#app/demo/acting.ts";
import type { Certifying } from "#app/demo/certifying.ts";
import { endings } from "#app/demo/content/endings.ts";
import { demoMaterials } from "#app/demo/content/materials.ts";
import { participants } from "#app/demo/content/participants.ts";
import { bordersProgramme, customsProgramme } from "#app/demo/content/programmes.ts";
import type { HandingOut } from "#app/demo/handing-out.ts";
import { mexico2017 } from "#app/demo/workshops/workshop-2017.ts";
import { yokohama } from "#app/demo/workshops/workshops-completed.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Id } from "#db/id.ts";
import { actingOf } from "./acting-rows.ts";
import { addCorrection, addMarks, settleEnrolments } from "./attendance-rows.ts";
import { planWorkshops } from "./calendar.ts";
import { addInstitutions, addProgrammeRows, addThemes, fiscalYearStart } from "./catalogue-rows.ts";
import { addEnrolments, type Diary, drawPeople, type SeededEnrolment } from "./enrolment-rows.ts";
import { addImports } from "./import-rows.ts";
import { addMessages } from "./message-rows.ts";
import { addListed, addPeople, markSharedKeys, type SeededPerson } from "./people-rows.ts";
import type { Row, Rows } from "./rows.ts";
import { addTold } from "./told-rows.ts";
import { addVenues } from "./venue-rows.ts";
import { addWorkshops, completedAt, type SeededWorkshop } from "./workshop-rows.ts";
import { known, newWorld, type World } from "./world.ts";

type Attended = { enrolments: SeededEnrolment[]; marks: Row<"mark">[]; by: Id<"account"> };
type People = Map<string, SeededPerson>;

type DemoRows = { rows: Rows; certifying: Certifying[]; handingOut: HandingOut[]; acting: ActingForOthers };

/** Every row of the demo; and once these are stored, what is left to do by commands. */
export function demoRows(at: Instant, passwordHash: string): DemoRows {
  const world = newWorld(at, "demo");
  addInstitutions(world);
  addThemes(world);
  addVenues(world);
  const startsOn = fiscalYearStart(plusLocalDays(localDate(at, "UTC"), -120));
  addProgrammeRows(world, customsProgramme, "2017-09-01", "2018-03-31");
  addProgrammeRows(
    world,
    bordersProgramme,
    startsOn,
    plusLocalDays(fiscalYearStart(plusLocalDays(startsOn, 3 * 366)), -1),
  );
  const people = addPeople(world, passwordHash);
  addListed(world, accountOf(people, "coordinator"));
  markSharedKeys(world);
  const workshops = addWorkshops(world, planWorkshops(at));
  const diary: Diary = new Map();
  const certifying = workshops.flatMap((workshop) => fill(world, workshop, people, diary));
  addGrants(world, people, workshops);
  for (const workshop of workshops) addTold(world, workshop);
  addMessages(world, workshops, accountOf(people, "coordinator"));
  addImports(world, accountOf(people, "coordinator"));
  world.rows.setting.push({ name: "demo", value: "on" });
  const coordinator = accountOf(people, "coordinator");
  const handingOut = materialsOf(workshops, coordinator);
  return { rows: world.rows, certifying, handingOut, acting: actingOf(world, workshops, coordinator) };
}

/** Some days after people could begin to ask for a seat. */
const materialsOf = (workshops: SeededWorkshop[], accountId: Id<"account">): HandingOut[] =>
  demoMaterials.map((material, place) => {
    const { row, sessions, opensAt } = known(new Map(workshops.map((one) => [one.content, one])), material.workshop);
    const session = material.session ? sessions[material.session - 1] : undefined;
    const by = { accountId, at: plusMinutes(plusDays(opensAt, 5), place) };
    return { material, code: row.code, sessionId: session?.id ?? null, by };
  });

function fill(world: World, workshop: SeededWorkshop, people: People, diary: Diary): Certifying[] {
  const { content, state } = workshop;
  const asked = participants.get(content);
  if (!asked || state === "draft" || state === "published") return [];
  const enrolments = addEnrolments(world, workshop, drawPeople(world, workshop, asked, people, diary), asked.withdrawn);
  if (state !== "running" && state !== "completed") return [];
  const by = accountOf(people, content.country === "JP" && isTaught(workshop) ? "instructor" : "coordinator");
  const everybody = content === mexico2017;
  const marks = addMarks(world, workshop, enrolments, { by, everybody, absent: asked.absent ?? [] });
  return state === "completed"
    ? complete(world, workshop, { enrolments, marks, by: accountOf(people, "coordinator") })
    : [];
}

/** The workshop of 2017 is certified on its last day, others the day after, and one not yet. */
function complete(world: World, workshop: SeededWorkshop, { enrolments, marks, by }: Attended): Certifying[] {
  const { content, sessions, id } = workshop;
  if (content === yokohama && enrolments[5]) addCorrection(world, workshop, enrolments[5], by);
  settleEnrolments(world, workshop, enrolments, marks, by);
  if (content === yokohama) return [];
  const at = plusDays(completedAt(sessions), content === mexico2017 ? 0 : 1);
  const completed = enrolments.filter(({ row }) => row.state === "completed");
  return [
    {
      workshopId: id,
      enrolmentIds: completed.map((one) => one.id),
      by: { accountId: by, at },
      endings: (endings.get(content) ?? []).map((ending) => ({
        ...ending,
        holder: holderOf(world, known(new Map(completed.map((one) => [one.place, one])), ending.place)),
        by: { accountId: by, at: plusDays(at, ending.days) },
      })),
    },
  ];
}

function holderOf({ rows }: World, { id: enrolmentId, person: { personId, accountId } }: SeededEnrolment) {
  const { certificateName, certificateSecondName } = rows.person.find(({ id }) => id === personId) ?? {};
  const name = { certificateName: certificateName ?? "", certificateSecondName: certificateSecondName ?? "" };
  return { enrolmentId, personId, accountId, name };
}

/** Where a role holds; everywhere, for those whose role has no place. */
type Place = { programmeId?: Id<"programme">; workshopId?: Id<"workshop">; institutionId?: Id<"institution"> };

/** By the demo's instructor, who still sees it. */
const isTaught = ({ content, state }: SeededWorkshop) => state === "running" || content === yokohama;

function placesOf(
  { role, institution }: SeededPerson,
  world: World,
  workshops: SeededWorkshop[],
): (Place & { since?: Instant })[] {
  if (role === "coordinator") return [...world.programmeIds.values()].map((programmeId) => ({ programmeId }));
  if (role === "instructor")
    return workshops.filter(isTaught).map(({ id, row }) => ({ workshopId: id, since: row.createdAt }));
  return role === "focalPoint" ? [{ institutionId: known(world.institutionIds, institution) }] : [{}];
}

/** From the day on which somebody has an account, or on which there is a workshop to teach in. */
function addGrants(world: World, people: People, workshops: SeededWorkshop[]): void {
  const administrator = accountOf(people, "admin");
  for (const person of people.values()) {
    const { accountId, role, since: opened } = person;
    const grantedBy = accountId === administrator ? null : administrator;
    for (const { since = opened, ...place } of placesOf(person, world, workshops))
      addGrant(world, { accountId, role, place, grantedAt: since, grantedBy });
  }
}

type NewGrant = Pick<Row<"roleGrant">, "accountId" | "role" | "grantedAt" | "grantedBy"> & { place: Place };

function addGrant({ rows, id }: World, { place, ...grant }: NewGrant): void {
  rows.roleGrant.push({ id: id(), ...grant, programmeId: null, workshopId: null, institutionId: null, ...place });
}

const accountOf = (people: People, key: string) => known(people, key).accountId;
