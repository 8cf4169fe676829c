import { expect, test } from "vitest";
import { addGrant, noPlace } from "#app/accounts/commands.ts";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { answerRequest } from "#app/faculty/requests/answers.commands.ts";
import { releaseMember } from "#app/faculty/requests/asking.commands.ts";
import { followPlans, remindTeachers, settleTeachers } from "#app/faculty/requests/following.jobs.ts";
import { makeTeachingLink } from "#app/faculty/requests/links.commands.ts";
import { findRequestByToken } from "#app/faculty/requests/requests.queries.ts";
import { plusDays, plusMinutes } from "#app/time/instant.ts";
import { findSession } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { answer, answering, ask, at, code, grantsOf, place, proposed, requestOf, statesOf } from "./teaching.ts";

const eventsOf = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("event").where("event", "like", "teaching.%").orderBy("id").execute()).map(
    ({ event }) => event,
  );

describeDatabases("somebody who is proposed", (open) => {
  test("is told nothing until they are asked, and is then asked once", async () => {
    const database = await open();
    const { by } = await proposed(database);
    expect([await statesOf(database), await eventsOf(database)]).toEqual([{ 1: "proposed", 2: "proposed" }, []]);
    expect(await ask(database, at, by.accountId)).toMatchObject({ status: "asked", count: 1, unreached: [] });
    expect(await statesOf(database)).toEqual({ 1: "asked", 2: "asked" });
    expect(await ask(database)).toEqual({ status: "refused", because: "nobody" });
    expect(await eventsOf(database)).toEqual(["teaching.asked"]);
  });

  test("without an address cannot be asked, and stays proposed", async () => {
    const database = await open();
    await proposed(database, { email: null });
    const outcome = await ask(database);
    expect(outcome).toMatchObject({ status: "asked", count: 0 });
    expect(outcome.status === "asked" && outcome.unreached).toHaveLength(1);
    expect(await statesOf(database)).toEqual({ 1: "proposed", 2: "proposed" });
  });

  test("is asked again for a session that is added, and what they have agreed to stands", async () => {
    const database = await open();
    const { facultyId } = await proposed(database);
    await ask(database);
    await answer(database, [1, 2]);
    await place(database, { facultyId, numbers: [3] });
    expect(await statesOf(database)).toEqual({ 1: "accepted", 2: "accepted", 3: "proposed" });
    await ask(database, plusDays(at, 1));
    expect(await statesOf(database)).toEqual({ 1: "accepted", 2: "accepted", 3: "asked" });
    expect(await database.read.selectFrom("teachingRequest").select("id").execute()).toHaveLength(1);
  });
});

describeDatabases("an answer", (open) => {
  test("accepts some sessions and declines others, and tells whoever has asked", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    expect(await answer(database, [1])).toMatchObject({ status: "answered", accepted: 1, declined: 1 });
    expect(await statesOf(database)).toEqual({ 1: "accepted", 2: "declined" });
    expect(await eventsOf(database)).toEqual(["teaching.asked", "teaching.declined"]);
  });

  test("given twice, is there once", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    await answer(database, [1, 2]);
    expect(await answer(database, [1, 2])).toMatchObject({ status: "answered", accepted: 0, declined: 0 });
    const records = await database.read
      .selectFrom("auditPending")
      .select("id")
      .where("action", "=", "teaching.answered")
      .execute();
    expect(records).toHaveLength(1);
  });

  test("of two at once, both are heard one after the other, and the later one counts", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    const { id } = await requestOf(database);
    const [all, none] = [await answering(database, [1, 2]), await answering(database, [], "decline")];
    const by = { accountId: null, at: plusDays(at, 1) };
    const give = (on: Database, input: typeof all) => on.transact((trx) => answerRequest(trx, id, input, by));
    const outcomes = await overlapping(
      database,
      (first) => give(first, all),
      () => give(database, none),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["answered", "answered"]);
    expect(await statesOf(database)).toEqual({ 1: "declined", 2: "declined" });
  });

  test("meets a session that was removed meanwhile: the others count", async () => {
    const database = await open();
    const { workshopId } = await proposed(database);
    await ask(database);
    const { id } = await requestOf(database);
    const input = await answering(database, [1, 2]);
    await database.transact(async (trx) => {
      const session = await findSession(trx, workshopId, 1);
      await removeSession(trx, await held(trx, { code }), session!, { accountId: null, at });
    });
    const by = { accountId: null, at: plusDays(at, 1) };
    const outcome = await database.transact((trx) => answerRequest(trx, id, input, by));
    expect(outcome).toMatchObject({ status: "answered", accepted: 1 });
    expect(await statesOf(database)).toEqual({ 2: "accepted" });
  });

  test("to a time that has moved meanwhile is asked for again, and changes nothing", async () => {
    const database = await open();
    const { workshopId } = await proposed(database);
    await ask(database);
    const { id } = await requestOf(database);
    const input = await answering(database, [1, 2]);
    await database.transact((trx) =>
      trx
        .updateTable("session")
        .set({ startsAt: "2026-11-24T12:00:00.000Z" })
        .where("workshopId", "=", workshopId)
        .where("number", "=", 2)
        .execute(),
    );
    const by = { accountId: null, at: plusDays(at, 1) };
    const outcome = await database.transact((trx) => answerRequest(trx, id, input, by));
    expect(outcome).toEqual({ status: "refused", because: "moved" });
    expect(await statesOf(database)).toEqual({ 1: "asked", 2: "asked" });
  });

  test("to a request that was taken back, or of a cancelled workshop, is not needed any more", async () => {
    const database = await open();
    const { workshopId, facultyId, by } = await proposed(database, { numbers: [1] });
    await ask(database);
    await database.transact((trx) => releaseMember(trx, { workshopId, facultyId }, by));
    expect(await answer(database, [], { kind: "decline" })).toEqual({ status: "refused", because: "closed" });
    expect(await eventsOf(database)).toEqual(["teaching.asked", "teaching.released"]);
    expect(await database.transact((trx) => releaseMember(trx, { workshopId, facultyId }, by))).toBe(false);
    await place(database, { facultyId, numbers: [1] });
    await ask(database);
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ state: "cancelled" }).where("id", "=", workshopId).execute(),
    );
    expect(await answer(database, [1])).toEqual({ status: "refused", because: "cancelled" });
  });
});

describeDatabases("a link", (open) => {
  test("opens its own request alone, and none once the workshop was over long ago", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    const { id } = await requestOf(database);
    const token = await database.transact((trx) => makeTeachingLink(trx, id, at));
    const second = await database.transact((trx) => makeTeachingLink(trx, id, at));
    expect((await findRequestByToken(database.read, token, at))?.id).toBe(id);
    expect((await findRequestByToken(database.read, second, at))?.id).toBe(id);
    expect(await findRequestByToken(database.read, `${token}x`, at)).toBeNull();
    expect(await findRequestByToken(database.read, "", at)).toBeNull();
    expect(await findRequestByToken(database.read, token, plusDays(at, 60))).toBeNull();
    const stored = await database.read.selectFrom("teachingLink").select("tokenHash").execute();
    expect(stored.map(({ tokenHash }) => tokenHash)).not.toContain(token);
  });
});

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
