import fc from "fast-check";
import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { findMergedInto } from "#app/doubles/merge.queries.ts";
import { undoAct } from "#app/enrolment/behalf/act/undo.commands.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { findEnrolment, listParticipants } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import type { Side } from "#app/people/merge/merge.rules.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { add, by, yuko } from "#test/integration/desk/people-desk.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addWorkshop } from "#test/support/world.ts";
import { everything, merge, merger, undo } from "./merging.ts";

const early = "2026-10-02T12:00:00.000Z" as Instant;
type Person = Id<"person">;

const addNamed = (database: Database, name: string) => add(database, { ...yuko, familyName: name, email: "" });
const come = (database: Database, workshopId: Id<"workshop">, personId: Person, when: Instant = early) =>
  database.transact((trx) => enrol(trx, { personId, workshopId }, { ...by, at: when }));
const leave = (database: Database, workshopId: Id<"workshop">, personId: Person, when: Instant = early) =>
  database.transact((trx) => withdraw(trx, { personId, workshopId }, { ...by, at: when }));

/** What has to hold whatever was done: counters are the rows, nothing is oversold, nobody is there twice. */
async function expectSound({ read }: Database, workshopId: Id<"workshop">) {
  const rows = await read.selectFrom("enrolment").selectAll().where("workshopId", "=", workshopId).execute();
  const { capacity, seatsTaken, reserveCount } = await read
    .selectFrom("workshop")
    .selectAll()
    .where("id", "=", workshopId)
    .executeTakeFirstOrThrow();
  expect(seatsTaken).toBe(rows.filter(({ state }) => isSeated(state)).length);
  expect(reserveCount).toBe(rows.filter(({ state }) => state === "reserve").length);
  expect(seatsTaken).toBeLessThanOrEqual(capacity);
  if (reserveCount) expect(seatsTaken).toBe(capacity);
  const standing = rows.filter(({ mergedIntoId }) => mergedIntoId === null);
  expect(new Set(standing.map(({ personId }) => personId)).size).toBe(standing.length);
  expect(rows.filter(({ mergedIntoId }) => mergedIntoId).every(({ state }) => state === "withdrawn")).toBe(true);
  // each is part of one that counts, of the same person
  for (const { mergedIntoId, personId } of rows)
    if (mergedIntoId) expect(standing.find(({ id }) => id === mergedIntoId)?.personId).toBe(personId);
}

/** What happened is only ever added to. */
const history = ["enrolment_event", "enrolment_act", "outbox"];

describeDatabases("two who are one, both in one workshop", (open) => {
  const states = ["confirmed", "reserve", "withdrawn"] as const;
  type State = (typeof states)[number];

  /** The two in a workshop of their own, and behind them perhaps somebody who waits. */
  async function world(database: Database, of: readonly [State, State], othersWait: boolean) {
    const [kept, gone, other] = [
      await addNamed(database, "A"),
      await addNamed(database, "B"),
      await addNamed(database, "C"),
    ];
    const seats = of.filter((state) => state === "confirmed").length;
    const isFull = othersWait || of.includes("reserve");
    const filler = await addNamed(database, "D");
    const workshopId = await addWorkshop(database, { code: newId(), capacity: isFull ? seats + 1 : seats + 2 });
    await come(database, workshopId, filler);
    const people = [kept, gone] as const;
    for (const state of states)
      for (const [index, person] of people.entries()) {
        if (of[index] !== state) continue;
        await come(database, workshopId, person);
        if (state === "withdrawn") await leave(database, workshopId, person);
      }
    if (othersWait) await come(database, workshopId, other);
    return { kept, gone, other, workshopId };
  }

  test.each([
    { side: "kept", othersWait: false },
    { side: "kept", othersWait: true },
    { side: "gone", othersWait: false },
    { side: "gone", othersWait: true },
  ] as const)("stay with the chosen one; a freed seat goes on, and all is as before once undone: %o", async (asked) => {
    const database = await open();
    const { side, othersWait } = asked;
    for (const of of states.flatMap((one) => states.map((other) => [one, other] as const))) {
      const { kept, gone, other, workshopId } = await world(database, of, othersWait);
      const told = { of, side, othersWait };
      const before = await everything(database);
      const stays = await findEnrolment(database.read, workshopId, side === "kept" ? kept : gone);
      const enrolments = new Map([[workshopId, side]]);
      expect({ ...told, ...(await merge(database, [kept, gone], { enrolments })) }).toEqual({
        ...told,
        status: "merged",
      });
      await expectSound(database, workshopId);
      const merged = await everything(database);
      expect(merged.enrolment?.length).toBe(before.enrolment?.length);
      for (const [table, rows] of Object.entries(merged))
        expect([table, rows.filter((row) => row.includes(gone))]).toEqual([table, []]);
      const own = (await listParticipants(database.read, workshopId)).filter(({ personId }) => personId === kept);
      expect(own.map(({ id }) => id)).toEqual([stays?.id]);
      const freed = of[side === "kept" ? 1 : 0] === "confirmed";
      const isTaken = freed && (othersWait || of[side === "kept" ? 0 : 1] === "reserve");
      if (othersWait && freed && of[side === "kept" ? 0 : 1] !== "reserve")
        expect((await findEnrolment(database.read, workshopId, other))?.state).toBe("confirmed");
      const undone = await undo(database, kept);
      expect({ ...told, undone }).toEqual({
        ...told,
        undone: isTaken ? { status: "refused", because: "seatTaken" } : { status: "undone", restoredId: gone },
      });
      await expectSound(database, workshopId);
      const after = await everything(database);
      for (const [table, rows] of Object.entries(isTaken ? merged : before))
        if (history.includes(table)) expect(after[table]).toEqual(expect.arrayContaining(rows));
        else expect([told, table, after[table]]).toEqual([told, table, rows]);
    }
  });

  test("are asked for, and only by whoever acts for the participants of that workshop", async () => {
    const database = await open();
    const { kept, gone, workshopId } = await world(database, ["confirmed", "reserve"], false);
    expect(await merge(database, [kept, gone])).toEqual({ status: "refused", because: "undecided" });
    const enrolments = new Map<string, Side>([[workshopId, "kept"]]);
    const participants = { ...everywhere, everywhere: false };
    expect(await merge(database, [kept, gone], { enrolments }, { ...merger, participants })).toEqual({
      ...{ status: "refused", because: "elsewhere" },
    });
    expect(await findMergedInto(database.read, gone)).toBeNull();
  });

  test("an act that has added the one that stays is not undone under the other", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const [kept, gone] = [await addNamed(database, "A"), await addNamed(database, "B")];
    await come(database, workshopId, gone);
    const adding = { workshopId, personIds: [kept], reason: null, note: null, seats: 1 };
    const added = await database.transact((trx) => addOnBehalf(trx, adding, by));
    await merge(database, [kept, gone], { enrolments: new Map([[workshopId, "kept"]]) });
    const { actId } = added as Extract<typeof added, { status: "done" }>;
    expect(await database.transact((trx) => undoAct(trx, { actId, workshopId }, by))).toEqual({
      ...{ status: "refused", because: "changed" },
    });
    expect(await undo(database, kept)).toEqual({ status: "undone", restoredId: gone });
  });

  test("whatever is done, merged and parted: nothing is oversold, and no row is lost", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom("enrol", "withdraw"), who: fc.nat(3) }),
      fc.record({
        kind: fc.constant("merge"),
        who: fc.nat(3),
        other: fc.nat(3),
        side: fc.constantFrom<Side>("kept", "gone"),
      }),
      fc.record({ kind: fc.constant("undo"), who: fc.nat(3) }),
    );
    const database = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const workshopId = await addWorkshop(database, { code: newId(), capacity: 2 });
        const people: Person[] = [];
        for (const name of ["A", "B", "C", "D"]) people.push(await addNamed(database, name));
        let [rows, minute] = [0, 0];
        for (const one of steps) {
          const when = plusMinutes(early, ++minute);
          const who = people[one.who] as Person;
          const other = people["other" in one ? one.other : 0] as Person;
          const isThere = async (id: Person) => (await findMergedInto(database.read, id)) === null;
          if (!(await isThere(who)) || !(await isThere(other))) continue;
          if (one.kind === "enrol") await come(database, workshopId, who, when);
          if (one.kind === "withdraw") await leave(database, workshopId, who, when);
          if ("side" in one && who !== other)
            await merge(
              database,
              [who, other],
              { enrolments: new Map([[workshopId, one.side]]) },
              { ...merger, at: when },
            );
          if (one.kind === "undo") await undo(database, who, when);
          await expectSound(database, workshopId);
          const { length } = await database.read.selectFrom("enrolment").select("id").execute();
          expect(length).toBeGreaterThanOrEqual(rows);
          rows = length;
        }
      }),
      { numRuns: 25 },
    );
  });
});
