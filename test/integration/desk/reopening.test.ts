import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAnyValid } from "#app/certificates/queries.ts";
import { loader as reopening } from "#app/desk/workshop/reopening.route.tsx";
import { action as changeTo } from "#app/desk/workshop/state.route.tsx";
import { moveWorkshop } from "#app/workshops/commands.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { at, page, setUp } from "./held-workshop.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const reason = "Faltaba corregir la lista de la sesión 2.";

const lastAudit = async (database: Database) =>
  JSON.parse(
    (
      await (
        await sealed(database)
      ).read
        .selectFrom("audit")
        .select("details")
        .orderBy("seq", "desc")
        .limit(1)
        .executeTakeFirstOrThrow()
    ).details,
  );

describeDatabases("a step back", (open) => {
  test("a start is undone with a reason, which is recorded; the sheets stay", async () => {
    const database = await open();
    const { ask, reopen, state } = await setUp(database);
    expect((await ask(reopening, "/reopening")).data.back).toBe("closed");
    const refused = await reopen({ to: "closed", reason: " " });
    expect(refused).toMatchObject({ status: 422, data: { errors: { reason: "common:form.missing" } } });
    expect((await reopen({ to: "closed", reason })).location).toBe(`${page}?done=stateChanged`);
    expect(await state()).toBe("closed");
    expect(await lastAudit(database)).toEqual({ from: "running", to: "closed", reason });
    expect(await database.read.selectFrom("mark").select("status").execute()).toHaveLength(10);
  });

  test("a completed workshop goes on, and who had completed it is open again, until it is completed anew", async () => {
    const database = await open();
    const { ask, reopen, state, states, complete } = await setUp(database);
    await complete();
    expect(await states()).toEqual(["completed", "notCompleted"]);
    expect((await ask(reopening, "/reopening")).data.back).toBe("running");
    expect((await reopen({ to: "running", reason })).location).toBe(`${page}?done=stateChanged`);
    expect([await state(), await states()]).toEqual(["running", ["confirmed", "confirmed"]]);
    expect(await lastAudit(database)).toEqual({ from: "completed", to: "running", reason });
    const history = await database.read.selectFrom("enrolmentEvent").select("toState").orderBy("id").execute();
    expect(history.slice(-2).map(({ toState }) => toState)).toEqual(["confirmed", "confirmed"]);
    await complete();
    expect(await states()).toEqual(["completed", "notCompleted"]);
  });

  test("pressed twice it goes back once", async () => {
    const database = await open();
    const { reopen, state, complete } = await setUp(database);
    await complete();
    await reopen({ to: "running", reason });
    expect((await reopen({ to: "running", reason })).location).toBe(`${page}?refused=notFromHere`);
    expect(await state()).toBe("running");
  });

  test("there is none from what was certified, and the page says so", async () => {
    const database = await open();
    const { ask, reopen, states, issue, complete } = await setUp(database);
    await complete();
    expect((await issue()).issued).toHaveLength(1);
    expect((await ask(reopening, "/reopening")).location).toBe(`${page}?refused=certified`);
    expect((await reopen({ to: "running", reason })).location).toBe(`${page}?refused=certified`);
    expect(await states()).toEqual(["completed", "notCompleted"]);
  });

  test("nor by the form of states, which has no reason", async () => {
    const database = await open();
    const { post, complete, state } = await setUp(database);
    expect((await post(changeTo, "/state", { to: "closed" })).location).toBe(`${page}?refused=noReason`);
    await complete();
    expect((await post(changeTo, "/state", { to: "running" })).location).toBe(`${page}?refused=notFromHere`);
    expect(await state()).toBe("completed");
  });
});

describeDatabases("reopening while certificates are issued", (open) => {
  test("one of both comes first, and the other finds that it is too late", async () => {
    for (const isIssueFirst of [true, false]) {
      const database = await open();
      const { workshopId, issue, reopen, state, complete } = await setUp(database);
      await complete();
      const goBack = (to: Database) => reopen({ to: "running", reason }, to);
      if (isIssueFirst) await overlapping(database, issue, () => goBack(database));
      else await overlapping(database, goBack, () => issue());
      expect([await state(), await isAnyValid(database.read, workshopId)]).toEqual(
        isIssueFirst ? ["completed", true] : ["running", false],
      );
    }
  });
});

describePostgres("negative control: reopening that does not hold the counter", (open) => {
  test("takes back what is just being certified", async () => {
    const database = await open();
    const { workshopId, issue, complete, by, state } = await setUp(database);
    await complete();
    const careless = () =>
      database.transact(async (trx) => {
        const hasCertificates = await isAnyValid(trx, workshopId);
        const workshop = await held(trx, { code: "MJ-1" });
        await moveWorkshop(trx, workshop, { to: "running", hasCertificates }, { ...by, reason });
      });
    await overlapping(database, issue, careless);
    const isCertified = await isAnyValid(database.read, workshopId);
    expect([isCertified, await state()]).toEqual([true, "running"]);
  });
});
