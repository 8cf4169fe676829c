import { expect, test } from "vitest";
import { writeNames } from "#app/people/commands.ts";
import { loader as progress } from "#app/progress/figures/progress.route.tsx";
import { loader as people } from "#app/progress/people/people.route.tsx";
import { loader as workshops } from "#app/progress/workshops.route.tsx";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { insertWorld, type World } from "./random-world.ts";
import { counting, type Loader, signIn, visit } from "./visits.ts";

const doors: Loader<unknown>[] = [progress, workshops, people];

const enrolment = {
  state: "completed" as const,
  marks: ["present" as const, "absent" as const, null],
  hasCertificate: true,
  formerCertificates: [],
};
const waiting = { state: "reserve" as const, marks: [null, null, null], hasCertificate: false, formerCertificates: [] };

/** Workshops in every year and both programmes, in each of which everybody has a seat but the last, who waits. */
function worldOf(size: { people: number; workshops: number }): World {
  const days = ["2026-01-01", "2026-03-31", "2025-12-31"] as const;
  return {
    people: Array.from({ length: size.people }, (_, index) => ({
      country: index % 3 ? ("MX" as const) : ("JP" as const),
      institution: index % 4 === 3 ? null : ((index % 3) as 0 | 1 | 2),
    })),
    workshops: Array.from({ length: size.workshops }, (_, index) => ({
      programme: (index % 2) as 0 | 1,
      startsOn: days[index % days.length] ?? "2026-01-01",
      state: index % 4 === 1 ? ("open" as const) : ("completed" as const),
      counted: [true, true, false],
      enrolments: Array.from({ length: size.people }, (_, place) => (place === size.people - 1 ? waiting : enrolment)),
    })),
  };
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  const found = await answer.then(
    () => 200,
    (thrown: unknown) => thrown,
  );
  return found instanceof Response ? found.status : Number(found);
}

/** What a page answers, and how many rows its address promises. */
const rowsAt = async (database: Database, token: string, address: string) => {
  if (address.includes("/workshops")) return (await visit(workshops, database, token, address)).total.number;
  const page = await visit(people, database, token, address);
  return address.includes("group=marked") ? page.marks?.rate : page.total.number;
};

describeDatabases("progress pages", (open) => {
  test("every number leads to as many rows as it says", async () => {
    const database = await open();
    await insertWorld(database, worldOf({ people: 8, workshops: 6 }));
    const manager = await signIn(database, "manager");
    for (const address of ["/es/progress", "/ja/progress?year=fy2025", "/en/progress?programme=PROG-1&year=2026"]) {
      const page = await visit(progress, database, manager, address);
      const cells = [
        page.cells,
        ...page.countries.flatMap((country) => [country.cells, ...country.institutions.map((row) => row.cells)]),
      ];
      const numbers = [
        ...page.workshops.map(({ value, to }) => ({ text: value, to })),
        ...cells.flatMap((row) => Object.values(row)),
      ];
      expect(numbers.length).toBeGreaterThan(20);
      for (const { text, to } of numbers)
        expect(to && (await rowsAt(database, manager, to)), `${address} → ${to}`).toBe(to && text);
    }
  });

  test("a manager of one programme finds nothing of another", async () => {
    const database = await open();
    await insertWorld(database, worldOf({ people: 4, workshops: 4 }));
    const everywhere = await signIn(database, "manager");
    const limited = await signIn(database, "manager", id("programme", "p1"));
    expect((await visit(progress, database, everywhere, "/es/progress")).total.enrolled).toBe(12);
    const page = await visit(progress, database, limited, "/es/progress");
    expect([page.total.enrolled, page.view.isLimited, page.view.programmes.map(({ value }) => value)]).toEqual([
      6,
      true,
      ["PROG-1"],
    ]);
    for (const loader of doors) {
      expect(await statusOf(visit(loader, database, limited, "/es/progress?programme=PROG-0"))).toBe(404);
      expect(await statusOf(visit(loader, database, limited, "/es/progress?programme=NO-SUCH"))).toBe(404);
      expect(await statusOf(visit(loader, database, limited, "/es/progress?programme=PROG-1"))).toBe(200);
    }
  });

  test("a place out of reach leads to the beginning: it does not tell where somebody stands", async () => {
    const database = await open();
    await insertWorld(database, worldOf({ people: 8, workshops: 4 }));
    const limited = await signIn(database, "manager", id("programme", "p1"));
    const look = (place: string) => visit(people, database, limited, `/es/progress/people${place}`);
    const first = await look("");
    const enrolments = await database.read
      .selectFrom("enrolment")
      .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
      .select(["enrolment.id", "workshop.programmeId"])
      .execute();
    for (const { id: row, programmeId } of enrolments)
      for (const side of ["after", "before"]) {
        const page = await look(`?${side}=${row}`);
        if (programmeId === id("programme", "p0")) expect(page).toEqual(first);
      }
    const [, second] = first.rows;
    expect((await look(`?after=${second?.id}`)).rows).toEqual(first.rows.slice(2));
  });

  test("only managers and administrators come in", async () => {
    const database = await open();
    const administrator = await signIn(database, "administrator");
    const official = await signIn(database, "official");
    for (const loader of doors) {
      expect(await statusOf(visit(loader, database, administrator, "/es/progress"))).toBe(200);
      expect(await statusOf(visit(loader, database, official, "/es/progress"))).toBe(403);
      expect(await statusOf(visit(loader, database, null, "/es/progress"))).toBe(302);
    }
  });

  test("more people and workshops do not mean more queries", async () => {
    const [few, many] = [await open(), await open()];
    await insertWorld(few, worldOf({ people: 3, workshops: 3 }));
    await insertWorld(many, worldOf({ people: 60, workshops: 60 }));
    const tokens = [await signIn(few, "manager"), await signIn(many, "manager")] as const;
    const addresses = ["/es/progress", "/es/progress/workshops?group=completed", "/es/progress/people?group=marked"];
    for (const [index, loader] of doors.entries()) {
      const count = async (database: Database, token: string) => {
        const counted = counting(database);
        // the first look counts every workshop once, in parts; later ones only what has changed
        await visit(loader, counted.database, token, addresses[index] ?? "");
        const before = counted.queries();
        await visit(loader, counted.database, token, addresses[index] ?? "");
        return counted.queries() - before;
      };
      const queries = await count(few, tokens[0]);
      expect(queries).toBeGreaterThan(3);
      expect(await count(many, tokens[1]), addresses[index]).toBe(queries);
    }
  });

  test("a list is cut into pages of fifty, which lead forth and back, in both orders", async () => {
    const database = await open();
    await insertWorld(database, worldOf({ people: 61, workshops: 2 }));
    const manager = await signIn(database, "manager");
    for (const locale of ["en", "ja"]) {
      const look = (place: string) =>
        visit(people, database, manager, `/${locale}/progress/people?group=enrolled${place}`);
      const first = await look("");
      const second = await look(`&after=${first.next}`);
      const third = await look(`&after=${second.next}`);
      const pages = [first, second, third];
      expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
      expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(120);
      expect([first.previous, third.next]).toEqual([null, null]);
      expect((await look(`&before=${third.previous}`)).rows).toEqual(second.rows);
      expect((await look(`&before=${second.previous}`)).rows).toEqual(first.rows);
      for (const gone of ["&after=nobody", "&before=nobody", "&page=3"])
        expect((await look(gone)).rows).toEqual(first.rows);
    }
  });

  test("names stand where readers look for them, accents or not", async () => {
    const database = await open();
    await insertWorld(database, worldOf({ people: 6, workshops: 1 }));
    const names = [
      ["Zúñiga", null],
      ["Álvarez", null],
      ["alba", null],
      ["Ōnishi", "オオニシ", "大西"],
      // read as written: given name first
      ["Núñez", "アナ・ヌニェス"],
    ] as const;
    await database.transact(async (trx) => {
      for (const [index, [familyName, kana, nativeName = null]] of names.entries()) {
        const personId = id("person", `person${index}`);
        const named = { familyName, kana, nativeName };
        await trx.updateTable("person").set(named).where("id", "=", personId).execute();
        await writeNames(trx, personId, { ...named, givenName: "Given", secondSurname: null, latinName: null });
      }
    });
    const manager = await signIn(database, "manager");
    const order = async (locale: string) =>
      (await visit(people, database, manager, `/${locale}/progress/people`)).rows.map(({ name }) => name.split(",")[0]);
    expect(await order("es")).toEqual(["alba", "Álvarez", "Núñez", "Ōnishi", "Zúñiga"]);
    expect(await order("ja")).toEqual(["大西", "alba", "Álvarez", "Núñez", "Zúñiga"]);
  });

  test("no address breaks a page", async () => {
    const database = await open();
    await insertWorld(database, worldOf({ people: 2, workshops: 1 }));
    const manager = await signIn(database, "manager");
    const oddities = [
      "%00",
      "a".repeat(100_000),
      "%ED%A0%80",
      "%E2%80%AE",
      "1e309",
      "__proto__",
      "-1",
      "none",
      "%27%20or%201=1",
      "a%F0%9F%98%80",
    ];
    for (const name of ["programme", "year", "group", "country", "institution", "page"]) {
      for (const value of [...oddities, `x&${name}=y`]) {
        for (const loader of doors) {
          expect([200, 404]).toContain(
            await statusOf(visit(loader, database, manager, `/es/progress?${name}=${value}`)),
          );
        }
      }
    }
  });
});
