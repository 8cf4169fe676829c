import { describe, expect, test } from "vitest";
import { changeOnBehalf } from "#app/enrolment/behalf/change.commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { findEnrolment, findRank } from "#app/enrolment/queries.ts";
import { type Instant, plusMinutes, plusSeconds } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { sealed } from "#test/support/sealed.ts";
import { addWorkshop } from "#test/support/world.ts";
import { add, change, standing, undo } from "./on-behalf.ts";

const at = "2026-11-01T12:00:00.000Z" as const;
/** On the second morning. */
const underWay = "2026-11-24T16:00:00.000Z" as const;

type Someone = { personId: Id<"person">; accountId: Id<"account"> };

describeDatabases("what a coordinator does for somebody", (open) => {
  /** As many people as seats and five more; the first so many have enrolled. */
  async function world(database: Database, { capacity = 2, enrolled = 0, ...options }: Options = {}) {
    const workshopId = await addWorkshop(database, { code: "MJ-1", capacity, ...options });
    const people: Someone[] = [];
    for (let i = 0; i < 7; i += 1)
      people.push(await addAccount(database, { grants: ["official"], passwordHash: null }));
    const { accountId } = await addAccount(database, { passwordHash: null });
    await database.transact(async (trx) => {
      for (const one of people.slice(0, enrolled)) await enrol(trx, { ...one, workshopId }, { ...one, at });
    });
    const where = (when: Instant = plusMinutes(at, 60)) => ({ workshopId, accountId, at: when });
    const act = (work: (trx: Writer) => Promise<unknown>) => database.transact(work) as Promise<Done>;
    const seen = () => standing(database, workshopId, people);
    return { workshopId, people, accountId, where, act, seen };
  }
  type Options = Partial<Parameters<typeof addWorkshop>[1]> & { enrolled?: number };
  type Done = { status: string; because?: string; actId: Id<"enrolmentAct"> };

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
