import fc from "fast-check";
import { markStatuses } from "#app/attendance/rules.ts";
import { insertRows, noRows, type Rows } from "#app/demo/rows/rows.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import { sortKeys } from "#app/people/names.ts";
import type { Figures } from "#app/statistics/rules.ts";
import { states } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-11-23T15:00:00.000Z" as const;

const enrolment = fc.record({
  state: fc.oneof(fc.constantFrom(...seatedStates), fc.constantFrom("reserve" as const, "withdrawn" as const)),
  marks: fc.array(fc.option(fc.constantFrom(...markStatuses)), { minLength: 3, maxLength: 3 }),
  hasCertificate: fc.boolean(),
  formerCertificates: fc.array(fc.constantFrom("replaced" as const, "revoked" as const), { maxLength: 2 }),
});

/** People × workshops, each pair enrolled or not; anything that the tables allow, likely or not. */
export const randomWorld = fc.record({
  people: fc.array(
    fc.record({ country: fc.constantFrom("MX", "JP", "GT"), institution: fc.constantFrom(0, 1, 2, null) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
  workshops: fc.array(
    fc.record({
      programme: fc.constantFrom(0, 1),
      startsOn: fc.constantFrom("2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31", "2027-01-01"),
      state: fc.oneof(fc.constantFrom("running" as const, "completed" as const), fc.constantFrom(...states)),
      counted: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      enrolments: fc.array(fc.option(enrolment, { freq: 4 }), { minLength: 8, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
export type World = typeof randomWorld extends fc.Arbitrary<infer Value> ? Value : never;

type WorkshopOf = World["workshops"][number];
type PersonOf = World["people"][number];

/** The same figures by the plainest way of counting. */
export function expectedFigures(
  world: World,
  isInScope: (workshop: WorkshopOf, index: number) => boolean,
  isOf = (_: PersonOf) => true,
): Figures {
  const sum: Figures = { enrolled: 0, attending: 0, certified: 0, marked: 0, reserve: 0, attended: 0, counted: 0 };
  world.workshops.forEach((workshop, index) => {
    if (workshop.state === "cancelled" || !isInScope(workshop, index)) return;
    world.people.forEach((person, place) => {
      const found = workshop.enrolments[place];
      if (!found || !isOf(person)) return;
      if (found.state === "reserve") sum.reserve += 1;
      if (!["confirmed", "completed", "notCompleted"].includes(found.state)) return;
      const counted = found.marks.filter(
        (mark, session) => mark !== null && mark !== "excused" && workshop.counted[session],
      );
      sum.enrolled += 1;
      sum.attending += found.marks.includes("present") || found.marks.includes("late") ? 1 : 0;
      sum.certified += found.hasCertificate ? 1 : 0;
      sum.marked += counted.length > 0 ? 1 : 0;
      sum.counted += counted.length;
      sum.attended += counted.filter((mark) => mark !== "absent").length;
    });
  });
  return sum;
}

export async function insertWorld(database: Database, world: World): Promise<void> {
  const rows = { ...noRows(), ...backgroundOf(world.people) };
  for (const [index, workshop] of world.workshops.entries()) {
    const workshopId = id("workshop", `w${index}`);
    addWorkshop(rows, workshopId, workshop);
    for (const [place, found] of workshop.enrolments.slice(0, world.people.length).entries())
      if (found) addEnrolment(rows, workshopId, place, found);
  }
  await database.transact((trx) => insertRows(trx, rows));
}

const backgroundOf = (people: PersonOf[]): Pick<Rows, "institution" | "programme" | "person"> => ({
  institution: [0, 1, 2].map((index) => ({
    id: id("institution", `i${index}`),
    code: `INST-${index}`,
    country: "MX",
    createdAt: at,
  })),
  programme: [0, 1].map((index) => ({
    ...{
      id: id("programme", `p${index}`),
      code: `PROG-${index}`,
      startsOn: "2020-01-01",
      endsOn: "2030-01-01",
      createdAt: at,
    },
  })),
  person: people.map(({ country, institution }, index) => ({
    ...{
      id: id("person", `person${index}`),
      ...nameOf(index),
      ...sortKeys(nameOf(index)),
      locale: "es",
      zone: "UTC",
      createdAt: at,
    },
    ...{ country, institutionId: institution === null ? null : id("institution", `i${institution}`) },
  })),
});

/** Two of each name; every third has a Japanese one as well. */
const nameOf = (index: number) => ({
  familyName: `Family ${Math.floor(index / 2)}`,
  givenName: "Given",
  secondSurname: null,
  ...(index % 3
    ? { nativeName: null, kana: null, latinName: null }
    : { nativeName: "髙橋 遥", kana: `タカハシ ${index}`, latinName: null }),
});

function addWorkshop(
  rows: Rows,
  workshopId: Id<"workshop">,
  { programme, startsOn, state, counted }: WorkshopOf,
): void {
  rows.workshop.push({
    ...{
      id: workshopId,
      code: workshopId.toUpperCase(),
      programmeId: id("programme", `p${programme}`),
      hostInstitutionId: id("institution", "i0"),
      mode: "online",
      zone: "UTC",
      country: "MX",
    },
    ...{
      startsOn,
      endsOn: startsOn,
      capacity: 20,
      minimumAttendance: 80,
      state,
      createdAt: at,
      changedAt: at,
    },
  });
  for (const [index, isCounted] of counted.entries())
    rows.session.push({
      ...{
        id: id("session", `${workshopId}s${index}`),
        workshopId,
        number: index + 1,
        kind: "lecture",
        zone: "UTC",
        isCounted,
      },
      ...{
        startsLocal: `${startsOn}T09:00`,
        endsLocal: `${startsOn}T10:00`,
        startsAt: at,
        endsAt: "2026-11-23T16:00:00.000Z",
      },
    });
}

function addEnrolment(
  rows: Rows,
  workshopId: Id<"workshop">,
  place: number,
  found: NonNullable<WorkshopOf["enrolments"][number]>,
) {
  const enrolmentId = id("enrolment", `${workshopId}e${place}`);
  const person = { workshopId, personId: id("person", `person${place}`) };
  rows.enrolment.push({
    id: enrolmentId,
    ...person,
    state: found.state,
    ticket: place,
    requestedAt: at,
    changedAt: at,
  });
  for (const [index, status] of found.marks.entries())
    if (status)
      rows.mark.push({
        sessionId: id("session", `${workshopId}s${index}`),
        enrolmentId,
        status,
        recordedHow: "sheet",
        recordedAt: at,
      });
  for (const [index, status] of [
    ...found.formerCertificates,
    ...(found.hasCertificate ? (["valid"] as const) : []),
  ].entries())
    rows.certificate.push({
      ...{
        id: id("certificate", `${enrolmentId}c${index}`),
        number: `${enrolmentId}c${index}`,
        ...person,
        enrolmentId,
        status,
        statusAt: at,
        issuedAt: at,
      },
      ...{ data: "{}", dataSha256: "" },
    });
}
