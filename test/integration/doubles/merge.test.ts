import { sql } from "kysely";
import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { inviteToJoin } from "#app/accounts/joining.commands.ts";
import { listDoubles } from "#app/doubles/likely/doubles.queries.ts";
import { findMergedInto } from "#app/doubles/merge.queries.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { changePerson } from "#app/people/commands.ts";
import { clearOldMerges, sayDistinct } from "#app/people/merge/merge.commands.ts";
import { personFormValues } from "#app/people/profile/profile-form-values.ts";
import { findProfile } from "#app/people/queries.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { movedTables, otherReferences } from "#db/person-references.ts";
import { add, at, by, jose, yuko } from "#test/integration/desk/people-desk.ts";
import { describeDatabases, describeSqlite } from "#test/support/databases.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";
import { everything, merge, undo } from "./merging.ts";

const early = "2026-10-02T12:00:00.000Z" as Instant;
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Two records of one: each has a workshop and a list, one an account and letters. */
async function setUp(database: Database) {
  const [kept, gone] = [await add(database, yuko), await add(database, { ...yuko, post: "係長", sex: "female" })];
  const workshops = [await addWorkshop(database, { code: "MJ-1" }), await addWorkshop(database, { code: "MJ-2" })];
  const programmeIds: Id<"programme">[] = [];
  for (const workshopId of workshops) programmeIds.push(await programmeOf(database, workshopId));
  await database.transact(async (trx) => {
    for (const [place, personId] of [kept, gone].entries()) {
      await enrol(trx, { personId, workshopId: workshops[place] as Id<"workshop"> }, { ...by, at: early });
      await listOnProgramme(trx, { programmeId: programmeIds[0] as never, personId }, by);
    }
    await listOnProgramme(trx, { programmeId: programmeIds[1] as never, personId: gone }, by);
    await inviteToJoin(trx, gone, by);
  });
  const other = await add(database, jose);
  await database.transact((trx) => sayDistinct(trx, [gone, other], by));
  return { kept, gone, workshops };
}

describeDatabases("two who are one", (open) => {
  test("are merged with all that belongs to either, and are two again exactly as before", async () => {
    const database = await open();
    const { kept, gone } = await setUp(database);
    const before = await everything(database);
    expect(await merge(database, [kept, gone], { facts: { post: "gone", sex: "gone" } })).toEqual({ status: "merged" });
    const merged = await everything(database);
    for (const [table, rows] of Object.entries(merged)) {
      expect([table, rows.filter((row) => row.includes(gone))]).toEqual([table, []]);
      // no row is lost: what is not joined or written anew is all there
      if ((movedTables as string[]).includes(camel(table)))
        expect([table, rows.length]).toEqual([table, before[table]?.length]);
    }
    expect(await findProfile(database.read, kept)).toMatchObject({ post: "係長", sex: "female", email: null });
    expect(await findMergedInto(database.read, gone)).toBe(kept);
    expect(await undo(database, kept)).toEqual({ status: "undone", restoredId: gone });
    expect(await everything(database)).toEqual(before);
    expect(await undo(database, kept)).toEqual({ status: "refused", because: "nothing" });
  });

  test("stay one where something rests on it since or 30 days are over; later merges are undone first", async () => {
    const database = await open();
    const { kept, gone } = await setUp(database);
    const third = await add(database, { ...yuko, email: "" });
    await merge(database, [gone, third]);
    const between = await everything(database);
    await merge(database, [kept, gone], { facts: { post: "gone" } });
    expect(await undo(database, kept)).toEqual({ status: "undone", restoredId: gone });
    expect(await everything(database)).toEqual(between);
    expect(await undo(database, gone)).toEqual({ status: "undone", restoredId: third });
    await merge(database, [kept, gone], { facts: { post: "gone" } });
    expect(await undo(database, kept, plusDays(at, 31))).toEqual({ status: "refused", because: "tooLate" });
    const profile = await findProfile(database.read, kept);
    const values = personFormValues(profile as NonNullable<typeof profile>);
    await database.transact((trx) => changePerson(trx, kept, { ...values, post: "課長" }, by));
    expect(await undo(database, kept)).toEqual({ status: "refused", because: "changedSince" });
    const clear = (when: Instant) => database.transact((trx) => clearOldMerges(trx, when, 100));
    expect([await clear(plusDays(at, 29)), await clear(plusDays(at, 30)), await clear(plusDays(at, 31))]).toEqual([
      0, 1, 0,
    ]);
  });

  test("are listed as likely doubles, until somebody says that they are two", async () => {
    const database = await open();
    const [one, other] = [
      await add(database, yuko),
      await add(database, { ...yuko, email: "", nativeName: "佐藤裕子" }),
    ];
    await add(database, { ...jose, nativeName: "" });
    const pairs = async () => (await listDoubles(database.read, everywhere)).pairs;
    expect(await pairs()).toEqual([{ ids: [one, other].toSorted(), by: ["name"] }]);
    expect((await listDoubles(database.read, { ...everywhere, everywhere: false })).pairs).toEqual([]);
    await database.transact((trx) => sayDistinct(trx, [other, one], by));
    expect(await pairs()).toEqual([]);
  });

  test("are found alike from few people and from the keys of many, only where both are within reach", async () => {
    const database = await open();
    const { kept, gone, workshops } = await setUp(database);
    // a third one like them, in the workshop of the second alone
    const third = await add(database, { ...yuko, email: "" });
    await database.transact((trx) => enrol(trx, { personId: third, workshopId: workshops[1] as never }, by));
    const reached = async (place: 0 | 1, few?: number) => {
      const programmeIds = [await programmeOf(database, workshops[place] as Id<"workshop">)];
      const reach = { ...everywhere, everywhere: false, programmeIds };
      return (await listDoubles(database.read, reach, few)).pairs.map(({ ids }) => ids);
    };
    const [first, second] = [[kept, gone].toSorted(), [gone, third].toSorted()];
    for (const few of [undefined, 0]) {
      expect(await reached(0, few)).toEqual([first]);
      expect(await reached(1, few)).toEqual([second]);
    }
  });
});

describeSqlite("a merge", (open) => {
  test("moves the rows of every table that refers to people", async () => {
    const { read } = await open();
    const referring = new Set<string>();
    for (const { name } of await read.introspection.getTables()) {
      const { rows } = await sql<{ table: string }>`select * from pragma_foreign_key_list(${name})`.execute(read);
      if (rows.some(({ table }) => table === "person")) referring.add(camel(name));
    }
    expect([...referring].sort()).toEqual([...movedTables, ...Object.keys(otherReferences)].sort());
  });
});
