import { describe, expect, test } from "vitest";
import { changeOnBehalf } from "#app/enrolment/behalf/participant/change.commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { findEnrolment, findRank } from "#app/enrolment/queries.ts";
import { plusMinutes, plusSeconds } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { addWorkshop } from "#test/support/world.ts";
import { add, at, change, world } from "./on-behalf.ts";

/** On the second morning. */
const underWay = "2026-11-24T16:00:00.000Z" as const;

describeDatabases("what a coordinator does for somebody", (open) => {
  const reopened = (database: Database, workshopId: Id<"workshop">, state: "running" | "published" | "closed") =>
    database.transact((trx) => trx.updateTable("workshop").set({ state }).where("id", "=", workshopId).execute());

  describe("adding", () => {
    test("gives seats in the order of the list, and to the others the end of the queue", async () => {
      const database = await open();
      const { people, where, act, seen } = await world(database, { capacity: 3, enrolled: 1 });
      const outcome = await act((trx) => add(trx, [people[4]!, people[2]!, people[5]!, people[1]!], where()));
      expect(outcome).toMatchObject({ status: "done", seats: 2, reserves: 2 });
      expect(await seen()).toEqual({ seats: [0, 2, 4], queue: [5, 1], seatsTaken: 3, reserveCount: 2 });
    });

    test.each(["published", "closed", "running"] as const)(
      "works where nobody enrols by themselves: %s",
      async (state) => {
        const database = await open();
        const { people, where, act, seen } = await world(database, { state });
        expect(await act((trx) => add(trx, [people[0]!], where()))).toMatchObject({ status: "done" });
        expect((await seen()).seats).toEqual([0]);
      },
    );

    test("works in the middle of a workshop, and not when it is over, cancelled or a draft", async () => {
      const database = await open();
      const { workshopId, people, where, act } = await world(database, { state: "running" });
      expect(await act((trx) => add(trx, [people[0]!], where(underWay)))).toMatchObject({ status: "done" });
      const after = await act((trx) => add(trx, [people[1]!], where("2026-12-01T12:00:00.000Z")));
      expect(after).toEqual({ status: "refused", because: "over" });
      for (const [state, because] of [
        ["draft", "unseen"],
        ["cancelled", "over"],
        ["completed", "over"],
      ] as const) {
        const inState = database.transact(async (trx) => {
          await trx.updateTable("workshop").set({ state }).where("id", "=", workshopId).execute();
          return add(trx, [people[1]!], where());
        });
        expect(await inState).toEqual({ status: "refused", because });
      }
    });

    test("is refused as a whole where one is enrolled already, or fewer get a seat than was said", async () => {
      const database = await open();
      const { people, where, act, seen } = await world(database, { enrolled: 1 });
      const before = await seen();
      const twice = await act((trx) => add(trx, [people[1]!, people[0]!], where()));
      expect(twice).toEqual({ status: "refused", because: "alreadyHere" });
      const fewer = await act((trx) => add(trx, [people[1]!, people[2]!], where(), 2));
      expect(fewer).toEqual({ status: "refused", because: "fewerSeats" });
      expect(await seen()).toEqual(before);
    });

    test("brings back whoever has withdrawn, at the end", async () => {
      const database = await open();
      const { workshopId, people, where, act, seen } = await world(database, { enrolled: 3 });
      await act((trx) => withdraw(trx, { ...people[0]!, workshopId }, { ...people[0]!, at }));
      await act((trx) => add(trx, [people[3]!, people[0]!], where()));
      expect(await seen()).toMatchObject({ seats: [1, 2], queue: [3, 0] });
    });
  });

  describe("a change", () => {
    test("withdraws somebody; the first who waits moves up and is told as ever, a minute later", async () => {
      const database = await open();
      const { people, where, act, seen } = await world(database, { enrolled: 4 });
      await act((trx) => change(trx, people[0]!, "withdrawn", where()));
      expect(await seen()).toEqual({ seats: [1, 2], queue: [3], seatsTaken: 2, reserveCount: 1 });
      const letters = await database.read
        .selectFrom("outbox")
        .select(["event", "personId", "dueAt"])
        .where("createdAt", "=", where().at)
        .orderBy("event")
        .execute();
      const dueAt = plusSeconds(where().at, 60);
      expect(letters).toEqual([
        { event: "enrolment.promoted", personId: people[2]!.personId, dueAt },
        { event: "enrolment.removed", personId: people[0]!.personId, dueAt },
      ]);
    });

    test("keeps the marks of whoever leaves in the middle; no seat is given by itself then", async () => {
      const database = await open();
      const { workshopId, people, where, act, seen } = await world(database, { enrolled: 3 });
      const enrolment = await findEnrolment(database.read, workshopId, people[0]!.personId);
      const session = await database.read.selectFrom("session").select("id").executeTakeFirstOrThrow();
      await database.transact((trx) =>
        trx
          .insertInto("mark")
          .values({
            ...{ sessionId: session.id, enrolmentId: enrolment!.id, status: "present", recordedHow: "sheet" },
            ...{ recordedBy: people[0]!.accountId, recordedAt: at },
          } as never)
          .execute(),
      );
      await reopened(database, workshopId, "running");
      await act((trx) => change(trx, people[0]!, "withdrawn", where(underWay)));
      expect(await seen()).toEqual({ seats: [1], queue: [2], seatsTaken: 1, reserveCount: 1 });
      expect(await database.read.selectFrom("mark").select("status").execute()).toEqual([{ status: "present" }]);
      // the seat is the coordinator's to give, in the order of the queue
      await act((trx) => change(trx, people[2]!, "seated", where(plusMinutes(underWay, 1))));
      expect((await seen()).seats).toEqual([1, 2]);
    });

    test("gives a seat only in turn; before others only as an act that names them", async () => {
      const database = await open();
      const { workshopId, people, where, act, seen } = await world(database, { enrolled: 4 });
      await reopened(database, workshopId, "running");
      await act((trx) => change(trx, people[0]!, "withdrawn", where(underWay)));
      const later = where(plusMinutes(underWay, 1));
      expect(await act((trx) => change(trx, people[3]!, "seated", later))).toMatchObject({ because: "closed" });
      expect(await act((trx) => change(trx, people[2]!, "overtaken", later))).toMatchObject({ because: "closed" });
      const done = await act((trx) => change(trx, people[3]!, "overtaken", later, "Lleva la delegación"));
      expect(await seen()).toMatchObject({ seats: [1, 3], queue: [2] });
      const passed = await findEnrolment(database.read, workshopId, people[2]!.personId);
      expect(await database.read.selectFrom("passedOver").selectAll().execute()).toEqual([
        { actId: done.actId, enrolmentId: passed!.id },
      ]);
      const entries = await sealed(database);
      const entry = await entries.read
        .selectFrom("audit")
        .select(["accountId", "details"])
        .where("action", "=", "enrolment.overtaken")
        .executeTakeFirstOrThrow();
      expect(JSON.parse(entry.details)).toMatchObject({ passedOver: [passed!.id] });
      const event = await database.read
        .selectFrom("enrolmentEvent")
        .select("reason")
        .where("actId", "=", done.actId)
        .execute();
      expect(event).toEqual([{ reason: "Lleva la delegación" }]);
    });

    test("puts somebody first in the queue of a full workshop; whoever is put first last comes first", async () => {
      const database = await open();
      const { workshopId, people, where, act, seen } = await world(database, { enrolled: 6 });
      await act((trx) => change(trx, people[4]!, "overtaken", where()));
      expect((await seen()).queue).toEqual([4, 2, 3, 5]);
      await act((trx) => change(trx, people[5]!, "overtaken", where(plusMinutes(at, 61))));
      expect((await seen()).queue).toEqual([5, 4, 2, 3]);
      const second = await findEnrolment(database.read, workshopId, people[4]!.personId);
      expect(await findRank(database.read, second!)).toBe(2);
      await act((trx) => change(trx, people[0]!, "withdrawn", where(plusMinutes(at, 62))));
      expect(await seen()).toMatchObject({ seats: [1, 5], queue: [4, 2, 3] });
    });

    test("takes a seat for the first who waits, and sends its holder to the end", async () => {
      const database = await open();
      const { people, where, act, seen } = await world(database, { enrolled: 4 });
      await act((trx) => change(trx, people[0]!, "unseated", where()));
      expect(await seen()).toEqual({ seats: [1, 2], queue: [3, 0], seatsTaken: 2, reserveCount: 2 });
    });

    test("takes no seat where nobody waits, or once it has begun", async () => {
      const database = await open();
      const { workshopId, people, where, act } = await world(database, { enrolled: 2 });
      expect(await act((trx) => change(trx, people[0]!, "unseated", where()))).toMatchObject({ because: "closed" });
      await act((trx) => enrol(trx, { ...people[2]!, workshopId }, { ...people[2]!, at }));
      const late = await act((trx) => change(trx, people[0]!, "unseated", where(underWay)));
      expect(late).toMatchObject({ because: "closed" });
    });

    test("is asked again where the enrolment, or who is passed over, is another than was seen", async () => {
      const database = await open();
      const { workshopId, people, where, accountId, act } = await world(database, { enrolled: 5 });
      const found = await findEnrolment(database.read, workshopId, people[4]!.personId);
      const by = { accountId, at: where().at };
      const asked = { workshopId, enrolmentId: found!.id, reason: "R", note: null };
      const version = `reserve.${found!.ticket}.${at}`;
      const overtaking = { ...asked, change: "overtaken" as const, seen: { version, passedOver: [] } };
      expect(await act((trx) => changeOnBehalf(trx, overtaking, by))).toMatchObject({ because: "changed" });
      const leaving = { ...asked, change: "withdrawn" as const, seen: { version: "confirmed.1", passedOver: [] } };
      expect(await act((trx) => changeOnBehalf(trx, leaving, by))).toMatchObject({ because: "changed" });
      const elsewhere = { ...leaving, workshopId: await addWorkshop(database, { code: "MJ-2" }) };
      expect(await act((trx) => changeOnBehalf(trx, elsewhere, by))).toMatchObject({ because: "missing" });
    });
  });
});
