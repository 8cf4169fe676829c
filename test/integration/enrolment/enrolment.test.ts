import { expect, test } from "vitest";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import * as enrolment from "#app/enrolment/own/enrolment.route.tsx";
import * as withdrawal from "#app/enrolment/own/withdrawal.route.tsx";
import { findRank, listEnrolmentsOf, listParticipants } from "#app/enrolment/queries.ts";
import { moveUp } from "#app/enrolment/seats.commands.ts";
import { applicationLimits } from "#app/limits/limits.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { knock } from "#test/support/visit.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;

async function addPeople(database: Database, count: number) {
  const people = [];
  for (let i = 0; i < count; i += 1)
    people.push(await addPerson(database, { locale: i % 2 ? "ja" : "es", email: `p${i}@demo.example` }));
  return people;
}

describeDatabases("enrolment", (open) => {
  const setUp = async (capacity: number, people: number) => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", capacity });
    const everybody = await addPeople(database, people);
    const request = (i: number, when: Instant = at) => {
      const { personId, accountId } = everybody[i] as { personId: Id<"person">; accountId: Id<"account"> };
      return [
        { personId, workshopId },
        { accountId, at: when },
      ] as const;
    };
    return {
      database,
      workshopId,
      enrol: (i: number, when?: Instant) => database.transact((trx) => enrol(trx, ...request(i, when))),
      withdraw: (i: number, when?: Instant) => database.transact((trx) => withdraw(trx, ...request(i, when))),
      states: async () =>
        (await listParticipants(database.read, workshopId)).map(({ state, personId }) => [
          everybody.findIndex((p) => p.personId === personId),
          state,
        ]),
      seats: () =>
        database.read
          .selectFrom("workshop")
          .select(["seatsTaken", "reserveCount"])
          .where("id", "=", workshopId)
          .executeTakeFirstOrThrow(),
      events: async () =>
        (await database.read.selectFrom("outbox").select("event").orderBy("id").execute()).map(({ event }) => event),
      everybody,
    };
  };

  test("seats go in the order of arrival, then the reserve fills in order", async () => {
    const { enrol, states, seats, events } = await setUp(2, 4);
    expect([await enrol(0), await enrol(1), await enrol(2), await enrol(3)]).toEqual([
      { status: "confirmed" },
      { status: "confirmed" },
      { status: "reserve", rank: 1 },
      { status: "reserve", rank: 2 },
    ]);
    expect(await states()).toEqual([
      [0, "confirmed"],
      [1, "confirmed"],
      [2, "reserve"],
      [3, "reserve"],
    ]);
    expect(await seats()).toEqual({ seatsTaken: 2, reserveCount: 2 });
    expect(await events()).toEqual([
      "enrolment.confirmed",
      "enrolment.confirmed",
      "enrolment.reserve",
      "enrolment.reserve",
    ]);
  });

  test("when somebody withdraws, the first in reserve moves up in the same transaction and is told", async () => {
    const { enrol, withdraw, states, seats, events, database, workshopId } = await setUp(1, 3);
    for (const i of [0, 1, 2]) await enrol(i);
    expect(await withdraw(0)).toEqual({ status: "withdrawn", movedUp: 1 });
    expect(await states()).toEqual([
      [1, "confirmed"],
      [2, "reserve"],
      [0, "withdrawn"],
    ]);
    expect(await seats()).toEqual({ seatsTaken: 1, reserveCount: 1 });
    expect((await events()).slice(3)).toEqual(["enrolment.withdrawn", "enrolment.promoted"]);
    expect(await findRank(database.read, { workshopId, state: "reserve", ticket: 3, quotaId: null })).toBe(1);
  });

  test("a reserve who withdraws frees no seat, and the others keep their order", async () => {
    const { enrol, withdraw, seats, states } = await setUp(1, 4);
    for (const i of [0, 1, 2, 3]) await enrol(i);
    expect(await withdraw(2)).toEqual({ status: "withdrawn", movedUp: 0 });
    expect(await seats()).toEqual({ seatsTaken: 1, reserveCount: 2 });
    await withdraw(0);
    expect((await states())[0]).toEqual([1, "confirmed"]);
  });

  test("nobody enrols twice; whoever comes back joins the end of the queue", async () => {
    const { enrol, withdraw, states, everybody, database } = await setUp(1, 3);
    for (const i of [0, 1, 2]) await enrol(i);
    expect(await enrol(1)).toEqual({ status: "refused", because: "alreadyEnrolled" });
    await withdraw(0);
    expect(await enrol(0)).toEqual({ status: "reserve", rank: 2 });
    expect(await states()).toEqual([
      [1, "confirmed"],
      [2, "reserve"],
      [0, "reserve"],
    ]);
    const mine = await listEnrolmentsOf(database.read, everybody[0]!.personId);
    expect(mine.map(({ state, rank }) => ({ state, rank }))).toEqual([{ state: "reserve", rank: 2 }]);
    const history = await database.read
      .selectFrom("enrolmentEvent")
      .select(["fromState", "toState"])
      .where("enrolmentId", "=", mine[0]!.id)
      .orderBy("id")
      .execute();
    expect(history).toEqual([
      { fromState: null, toState: "confirmed" },
      { fromState: "confirmed", toState: "withdrawn" },
      { fromState: "withdrawn", toState: "reserve" },
    ]);
  });

  test("refusals are values: not open, begun, no such workshop, not enrolled, too late", async () => {
    const { enrol: ask, withdraw: leave, database, workshopId, everybody } = await setUp(2, 2);
    expect(await leave(0)).toEqual({ status: "refused", because: "notEnrolled" });
    await ask(0);
    expect(await leave(0, "2026-11-23T15:00:00.000Z")).toEqual({ status: "refused", because: "tooLate" });
    expect(await ask(1, "2026-11-24T12:00:00.000Z")).toEqual({ status: "refused", because: "begun" });
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ state: "closed" }).where("id", "=", workshopId).execute(),
    );
    expect(await ask(1)).toEqual({ status: "refused", because: "notOpen" });
    const nowhere = await database.transact((trx) =>
      enrol(
        trx,
        {
          ...(everybody[1] as { personId: Id<"person">; accountId: Id<"account"> }),
          workshopId: id("workshop", "none"),
        },
        { accountId: null, at },
      ),
    );
    expect(nowhere).toEqual({ status: "refused", because: "noSuchWorkshop" });
  });

  test("added seats go to those who wait, in order", async () => {
    const { enrol, database, workshopId, states, seats } = await setUp(1, 4);
    for (const i of [0, 1, 2, 3]) await enrol(i);
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ capacity: 3 }).where("id", "=", workshopId).execute(),
    );
    expect(await database.transact((trx) => moveUp(trx, workshopId, at))).toBe(2);
    expect((await states()).map(([, state]) => state)).toEqual(["confirmed", "confirmed", "confirmed", "reserve"]);
    expect(await seats()).toEqual({ seatsTaken: 3, reserveCount: 1 });
  });

  test("the database itself refuses to seat more people than there are seats", async () => {
    const { database, workshopId } = await setUp(1, 1);
    const oversold = database.transact((trx) =>
      trx.updateTable("workshop").set({ seatsTaken: 2 }).where("id", "=", workshopId).execute(),
    );
    await expect(oversold).rejects.toThrow(/check/i);
  });
});

describeDatabases("applying without end", (open) => {
  test("an account may enrol and withdraw so many times an hour; then nothing is written or sent", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-1" });
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, accountId);
    const post = (door: typeof enrolment.action, path: string, who = cookie) =>
      knock(door, { database, path: `/es/workshops/MJ-1/enrolment${path}`, form: {}, cookie: who });
    const letters = async () => (await database.read.selectFrom("outbox").select("id").execute()).length;

    expect([(await post(enrolment.action, "")).status, (await post(withdrawal.action, "/withdrawal")).status]).toEqual([
      302, 302,
    ]);
    const { name, most } = applicationLimits.account;
    await database.transact((trx) =>
      trx.updateTable("rateLimit").set({ hits: most }).where("name", "like", `${name}:%`).execute(),
    );
    const before = await letters();
    const refused = await post(enrolment.action, "");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "3600"]);
    expect(await letters()).toBe(before);

    const other = await addAccount(database, { grants: ["official"] });
    expect((await post(enrolment.action, "", await cookieFor(database, other.accountId))).status).toBe(302);
  });
});
