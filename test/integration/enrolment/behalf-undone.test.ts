import { describe, expect, test } from "vitest";
import { changeOnBehalf } from "#app/enrolment/behalf/participant/change.commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import { plusMinutes, plusSeconds } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { sealed } from "#test/support/sealed.ts";
import { addWorkshop } from "#test/support/world.ts";
import { add, at, change, undo, world } from "./on-behalf.ts";

describeDatabases("what two do at once, or one undoes", (open) => {
  describe("two coordinators at once", () => {
    const both = async (database: Database) => {
      const { workshopId, people, where, seen } = await world(database, { enrolled: 4 });
      const found = await findEnrolment(database.read, workshopId, people[0]!.personId);
      const asked = { workshopId, enrolmentId: found!.id, reason: "R", note: null };
      const seenBy = { version: `confirmed.1.${at}`, passedOver: [] };
      const by = { accountId: where().accountId, at: where().at };
      const one = (how: "withdrawn" | "unseated") => (trx: Writer) =>
        changeOnBehalf(trx, { ...asked, change: how, seen: seenBy }, by);
      return { one, seen };
    };

    test("the second finds what the first has left, and changes nothing", async () => {
      const database = await open();
      const { one, seen } = await both(database);
      const [first, second] = await overlapping(
        database,
        (pausing) => pausing.transact(one("withdrawn")),
        () => database.transact(one("unseated")),
      );
      expect([first.status, second]).toEqual(["done", { status: "refused", because: "changed" }]);
      expect(await seen()).toEqual({ seats: [1, 2], queue: [3], seatsTaken: 2, reserveCount: 1 });
    });
  });

  describe("undoing", () => {
    const rows = ({ read }: Database) =>
      Promise.all([
        read.selectFrom("enrolment").selectAll().orderBy("id").execute(),
        read.selectFrom("workshop").select(["seatsTaken", "reserveCount"]).execute(),
        read.selectFrom("told").selectAll().orderBy("enrolmentId").execute(),
        read.selectFrom("outbox").selectAll().orderBy("id").execute(),
      ]);
    const soon = plusSeconds(plusMinutes(at, 60), 59);

    test.each(["withdrawn", "unseated", "overtaken"] as const)("leaves everything as it was: %s", async (how) => {
      const database = await open();
      const { workshopId, people, where, act } = await world(database, { enrolled: 5 });
      const who = how === "overtaken" ? 4 : 0;
      const planId = newId<"toldPlan">();
      const found = await findEnrolment(database.read, workshopId, people[who]!.personId);
      await database.transact(async (trx) => {
        await trx.insertInto("toldPlan").values({ id: planId, workshopId, plan: "{}" }).execute();
        await trx.insertInto("told").values({ enrolmentId: found!.id, planId, toldAt: at }).execute();
      });
      const before = await rows(database);
      const { actId } = await act((trx) => change(trx, people[who]!, how, where()));
      expect(await rows(database)).not.toEqual(before);
      expect(await undo(database, actId, where(soon))).toBe("undone");
      expect(await rows(database)).toEqual(before);
      expect(await undo(database, actId, where(soon))).toBe("undone");
      expect(await rows(database)).toEqual(before);
    });

    test("of adding leaves nobody behind who was not there, and whoever had withdrawn as they were", async () => {
      const database = await open();
      const { workshopId, people, where, act } = await world(database, { enrolled: 3 });
      await act((trx) => withdraw(trx, { ...people[2]!, workshopId }, { ...people[2]!, at }));
      const before = await rows(database);
      const { actId } = await act((trx) => add(trx, [people[2]!, people[3]!], where()));
      expect(await undo(database, actId, where(soon))).toBe("undone");
      expect(await rows(database)).toEqual(before);
      const history = await sealed(database);
      const actions = await history.read.selectFrom("audit").select("action").execute();
      expect(actions.map(({ action }) => action)).toEqual(
        expect.arrayContaining(["enrolment.added", "enrolment.undone"]),
      );
    });

    test.each(["chosen", "written to"] as const)("is refused where somebody added was %s meanwhile", async (how) => {
      const database = await open();
      const { workshopId, accountId, people, where, act } = await world(database, { enrolled: 1 });
      const { actId } = await act((trx) => add(trx, [people[1]!], where()));
      const { id: enrolmentId } = (await findEnrolment(database.read, workshopId, people[1]!.personId))!;
      const id = newId<"message">();
      await database.transact(async (trx) => {
        const times = { createdAt: at, changedAt: at, sendAt: null, sentAt: null };
        const message = { id, workshopId, writtenBy: accountId, audience: "chosen", sessionId: null } as const;
        await trx
          .insertInto("message")
          .values({ ...message, ...times, state: "draft" })
          .execute();
        const copy = { id: newId<"messageRecipient">(), locale: "es", textLocale: "es", jobId: null } as const;
        if (how === "chosen") await trx.insertInto("messageChoice").values({ messageId: id, enrolmentId }).execute();
        else
          await trx
            .insertInto("messageRecipient")
            .values({ ...copy, messageId: id, enrolmentId })
            .execute();
      });
      const before = await rows(database);
      expect(await undo(database, actId, where(soon))).toBe("writtenTo");
      expect(await rows(database)).toEqual(before);
    });

    test("is over after a minute, also where only the letters have begun to go", async () => {
      const database = await open();
      const { people, where, act } = await world(database, { enrolled: 2 });
      const { actId } = await act((trx) => change(trx, people[0]!, "withdrawn", where()));
      expect(await undo(database, actId, where(plusSeconds(where().at, 60)))).toBe("tooLate");
      await database.transact((trx) =>
        trx.updateTable("outbox").set({ claimedUntil: soon }).where("event", "=", "enrolment.removed").execute(),
      );
      const before = await rows(database);
      expect(await undo(database, actId, where(soon))).toBe("tooLate");
      expect(await rows(database)).toEqual(before);
    });

    test("is refused where the seat was taken since", async () => {
      const database = await open();
      const { workshopId, people, where, act, seen } = await world(database, { enrolled: 2 });
      const { actId } = await act((trx) => change(trx, people[0]!, "withdrawn", where()));
      await act((trx) => enrol(trx, { ...people[2]!, workshopId }, { ...people[2]!, at: where().at }));
      expect(await undo(database, actId, where(soon))).toBe("seatTaken");
      expect(await seen()).toEqual({ seats: [1, 2], queue: [], seatsTaken: 2, reserveCount: 0 });
    });

    test("is refused where one of those concerned has changed, and where there is another workshop's act", async () => {
      const database = await open();
      const { workshopId, people, where, act } = await world(database, { enrolled: 3 });
      const { actId } = await act((trx) => change(trx, people[0]!, "withdrawn", where()));
      await act((trx) => withdraw(trx, { ...people[2]!, workshopId }, { ...people[2]!, at: where().at }));
      expect(await undo(database, actId, where(soon))).toBe("changed");
      const other = await addWorkshop(database, { code: "MJ-2" });
      expect(await undo(database, actId, { ...where(soon), workshopId: other })).toBe("missing");
    });

    test("gives the seat on to whoever waits by then", async () => {
      const database = await open();
      const { workshopId, people, where, act, seen } = await world(database, { enrolled: 1 });
      const { actId } = await act((trx) => add(trx, [people[1]!], where()));
      await act((trx) => enrol(trx, { ...people[2]!, workshopId }, { ...people[2]!, at: where().at }));
      expect((await seen()).queue).toEqual([2]);
      expect(await undo(database, actId, where(soon))).toBe("undone");
      expect(await seen()).toEqual({ seats: [0, 2], queue: [], seatsTaken: 2, reserveCount: 0 });
    });

    test("and somebody who enrols at the same moment get the seat once", async () => {
      const database = await open();
      const { workshopId, people, where, act, seen } = await world(database, { enrolled: 2 });
      const { actId } = await act((trx) => change(trx, people[0]!, "withdrawn", where()));
      const [placed, undone] = await overlapping(
        database,
        (pausing) => pausing.transact((trx) => enrol(trx, { ...people[2]!, workshopId }, { ...people[2]!, at: soon })),
        () => undo(database, actId, where(soon)),
      );
      expect([placed.status, undone]).toEqual(["confirmed", "seatTaken"]);
      expect(await seen()).toEqual({ seats: [1, 2], queue: [], seatsTaken: 2, reserveCount: 0 });
    });
  });
});
