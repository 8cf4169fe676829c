import { expect, test } from "vitest";
import { addGrant, noPlace } from "#app/accounts/commands.ts";
import { releaseMember } from "#app/faculty/requests/asking.commands.ts";
import { followPlans, remindTeachers, settleTeachers } from "#app/faculty/requests/following.jobs.ts";
import { plusDays, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { answer, ask, at, eventsOf, grantsOf, proposed, requestOf } from "./teaching.ts";

describeDatabases("the role of whoever teaches", (open) => {
  test("comes with their first yes, and goes with the last session", async () => {
    const database = await open();
    const { workshopId, facultyId, accountId, by } = await proposed(database, { isKnown: true });
    await ask(database);
    expect(await grantsOf(database, workshopId)).toEqual([]);
    expect(await answer(database, [1])).toMatchObject({ isGranted: true });
    expect(await grantsOf(database, workshopId)).toEqual([{ role: "instructor", accountId }]);
    expect(await answer(database, [1, 2])).toMatchObject({ isGranted: false });
    await database.transact((trx) => releaseMember(trx, { workshopId, facultyId }, by));
    expect(await grantsOf(database, workshopId)).toEqual([]);
  });

  test("goes with a no to all", async () => {
    const database = await open();
    const { workshopId } = await proposed(database, { isKnown: true });
    await ask(database);
    await answer(database, [1, 2]);
    await answer(database, [], { kind: "decline" });
    expect(await grantsOf(database, workshopId)).toEqual([]);
  });

  test("stays where somebody had it before", async () => {
    const database = await open();
    const { workshopId, accountId, by } = await proposed(database, { isKnown: true });
    const grant = { accountId: accountId!, role: "instructor" as const, place: { ...noPlace, workshopId } };
    await database.transact((trx) => addGrant(trx, grant, by));
    await ask(database);
    await answer(database, [1, 2]);
    await answer(database, [], { kind: "decline" });
    expect(await grantsOf(database, workshopId)).toHaveLength(1);
  });

  test("comes by itself when they get an account later", async () => {
    const database = await open();
    const { workshopId, personId } = await proposed(database);
    await ask(database);
    await answer(database, [1]);
    await settleTeachers(database, at);
    expect(await grantsOf(database, workshopId)).toEqual([]);
    const { id } = await requestOf(database);
    await database.transact(async (trx) => {
      const account = { id: id as never, personId, email: "nueva@demo.example", createdAt: at };
      await trx.insertInto("account").values(account).execute();
    });
    await settleTeachers(database, at);
    expect(await grantsOf(database, workshopId)).toHaveLength(1);
  });
});

describeDatabases("whoever does not answer", (open) => {
  test("is reminded after five days, and not again on the same day", async () => {
    const database = await open();
    await proposed(database);
    await ask(database, plusDays(at, -6));
    await remindTeachers(database, plusDays(at, -2));
    expect(await eventsOf(database)).toEqual(["teaching.asked"]);
    await remindTeachers(database, at);
    await remindTeachers(database, plusMinutes(at, 1));
    expect(await eventsOf(database)).toEqual(["teaching.asked", "teaching.reminded"]);
  });

  test("is left alone once they have", async () => {
    const database = await open();
    await proposed(database);
    await ask(database, plusDays(at, -6));
    await answer(database, [1, 2], { when: at });
    await remindTeachers(database, at);
    expect(await eventsOf(database)).toEqual(["teaching.asked"]);
  });
});

describeDatabases("a plan that changes", (open) => {
  const move = (database: Database, number: number) =>
    database.transact(async (trx) => {
      await trx.updateTable("session").set({ room: "Otra" }).where("number", "=", number).execute();
      await trx
        .updateTable("workshop")
        .set({ changedAt: plusMinutes(at, 10) })
        .execute();
    });

  test("is told once to whoever is in the session, when it has rested", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    await move(database, 1);
    await followPlans(database, plusMinutes(at, 12));
    expect(await eventsOf(database)).toEqual(["teaching.asked"]);
    await followPlans(database, plusMinutes(at, 30));
    await followPlans(database, plusMinutes(at, 60));
    expect(await eventsOf(database)).toEqual(["teaching.asked", "teaching.replanned"]);
  });

  test("is not told to whoever is in another session", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    await move(database, 4);
    await followPlans(database, plusMinutes(at, 30));
    expect(await eventsOf(database)).toEqual(["teaching.asked"]);
  });

  test("that is cancelled releases everybody", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    await database.transact((trx) =>
      trx
        .updateTable("workshop")
        .set({ state: "cancelled", changedAt: plusMinutes(at, 10) })
        .execute(),
    );
    await followPlans(database, plusMinutes(at, 30));
    expect(await eventsOf(database)).toEqual(["teaching.asked", "teaching.released"]);
    expect((await requestOf(database)).closedAt).not.toBeNull();
  });
});
