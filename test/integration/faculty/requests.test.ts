import { expect, test } from "vitest";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { answerRequest } from "#app/faculty/requests/answers.commands.ts";
import { releaseMember } from "#app/faculty/requests/asking.commands.ts";
import { makeTeachingLink } from "#app/faculty/requests/links.commands.ts";
import { findRequestByToken } from "#app/faculty/requests/requests.queries.ts";
import { plusDays } from "#app/time/instant.ts";
import { findSession } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { answer, answering, ask, at, code, eventsOf, place, proposed, requestOf, statesOf } from "./teaching.ts";

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
