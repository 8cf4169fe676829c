import fc from "fast-check";
import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { findFigures, listMonths } from "#app/progress/figures/figures.ts";
import { listPeople, type PeopleFilter } from "#app/progress/people/people.queries.ts";
import { listGroupPage } from "#app/progress/rows.queries.ts";
import { noInstitution, periodOf } from "#app/progress/rules.ts";
import type { Scope } from "#app/progress/scope.rules.ts";
import { peopleGroups, statesOf, sumOf, workshopGroups } from "#app/statistics/rules.ts";
import type { ListPlace } from "#app/tables/key-paging.ts";
import type { Database } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { expectedFigures, insertWorld, randomWorld, type World } from "./random-world.ts";

const everyPlace = { country: null, institution: null };

const everything: Scope = { reach: everywhere, programmeId: null, period: null };

type Case = { name: string; scope: Scope; holds: (workshop: World["workshops"][number], index: number) => boolean };

const year = ({ startsOn }: { startsOn: string }) => startsOn.slice(0, 4);

const cases: Case[] = [
  { name: "everything", scope: everything, holds: () => true },
  {
    name: "a programme",
    scope: { ...everything, programmeId: id("programme", "p1") },
    holds: ({ programme }) => programme === 1,
  },
  {
    name: "a year",
    scope: { ...everything, period: periodOf("2026") },
    holds: (workshop) => year(workshop) === "2026",
  },
  {
    name: "a Japanese fiscal year",
    scope: { ...everything, period: periodOf("fy2025") },
    holds: ({ startsOn }) => ["2025-12-31", "2026-01-01", "2026-03-31"].includes(startsOn),
  },
  {
    name: "a programme within reach",
    scope: { ...everything, reach: { ...nowhere, programmeIds: [id("programme", "p0")] } },
    holds: ({ programme }) => programme === 0,
  },
  {
    name: "a programme out of reach",
    scope: {
      reach: { ...nowhere, programmeIds: [id("programme", "p0")] },
      programmeId: id("programme", "p1"),
      period: null,
    },
    holds: () => false,
  },
  {
    name: "a workshop within reach",
    scope: { ...everything, reach: { ...nowhere, workshopIds: [id("workshop", "w0")] } },
    holds: (_, index) => index === 0,
  },
  { name: "nothing within reach", scope: { ...everything, reach: nowhere }, holds: () => false },
];

/** Every row behind a figure, page by page: along the names, or looked for in all workshops. */
async function allPeople(
  db: Database["read"],
  scope: Scope,
  filter: PeopleFilter,
  { locale = "es", within = null }: { locale?: Locale; within?: Id<"workshop">[] | null } = {},
): Promise<string[]> {
  const ids: string[] = [];
  let place: ListPlace<"enrolment"> = null;
  for (;;) {
    const { rows, next }: Awaited<ReturnType<typeof listPeople>> = await listPeople(db, scope, filter, {
      ...{ place, locale, within },
    });
    ids.push(...rows.map(({ id }) => id));
    if (!next) return ids;
    place = { side: "after", id: asId<"enrolment">(next) };
  }
}

async function expectAgreement(db: Database["read"], world: World, { name, scope, holds }: Case) {
  const { origins: figures } = await findFigures(db, scope);
  const total = sumOf(figures);
  expect(total, name).toEqual(expectedFigures(world, holds));
  const everyWorkshop = world.workshops.map((_, index) => id("workshop", `w${index}`));
  for (const group of peopleGroups) {
    const filter = { group, ...everyPlace };
    const rows = await allPeople(db, scope, filter);
    expect(rows.length, `${name}: ${group}`).toBe(total[group]);
    expect(new Set(rows).size).toBe(rows.length);
    expect(await allPeople(db, scope, filter, { within: everyWorkshop }), "in the same order").toEqual(rows);
  }
  for (const row of figures) {
    const place = { country: row.country, institution: row.institution ?? noInstitution };
    const isOf = (person: World["people"][number]) =>
      person.country === row.country &&
      (person.institution === null ? null : `INST-${person.institution}`) === row.institution;
    expect(sumOf([row]), `${name}: ${place.country} ${place.institution}`).toEqual(expectedFigures(world, holds, isOf));
    for (const group of peopleGroups) expect(await allPeople(db, scope, { group, ...place })).toHaveLength(row[group]);
  }
}

async function expectWorkshops(db: Database["read"], world: World, { name, scope, holds }: Case) {
  const { workshops: counts } = await findFigures(db, scope);
  for (const group of workshopGroups) {
    const expected = world.workshops.filter(
      (workshop, index) => holds(workshop, index) && statesOf[group].includes(workshop.state),
    );
    expect(counts[group], `${name}: ${group}`).toBe(expected.length);
    expect(new Set(await listGroupPage(db, scope, group, 1)).size, `${name}: ${group}`).toBe(expected.length);
  }
}

describeDatabases("figures", (open) => {
  test("strip, table and rows say the same numbers, and the right ones", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomWorld, async (world) => {
        const database = await open();
        await insertWorld(database, world);
        for (const each of cases) {
          await expectAgreement(database.read, world, each);
          await expectWorkshops(database.read, world, each);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("an empty database has figures too", async () => {
    const { read } = await open();
    expect(await findFigures(read, everything)).toEqual({
      workshops: { planned: 0, running: 0, completed: 0 },
      origins: [],
    });
    expect(await listMonths(read, everywhere)).toEqual([]);
  });

  test("months are those of the workshops within reach that were not cancelled", async () => {
    const database = await open();
    const workshop = {
      programme: 0 as const,
      counted: [true, true, true],
      enrolments: Array.from({ length: 8 }, () => null),
    };
    await insertWorld(database, {
      people: [{ country: "MX", institution: 0 }],
      workshops: [
        { ...workshop, startsOn: "2026-03-31", state: "open" },
        { ...workshop, startsOn: "2026-04-01", state: "cancelled" },
        { ...workshop, startsOn: "2027-01-01", state: "draft" },
        { ...workshop, startsOn: "2026-12-31", state: "open", programme: 1 },
      ],
    });
    expect((await listMonths(database.read, { ...nowhere, programmeIds: [id("programme", "p0")] })).sort()).toEqual([
      "2026-03",
      "2027-01",
    ]);
    expect(await listMonths(database.read, nowhere)).toEqual([]);
  });
});
