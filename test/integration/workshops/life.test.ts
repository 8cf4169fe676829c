import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attentionView } from "#app/desk/attention/attention-view.ts";
import { loader, action as saveDays } from "#app/desk/workshop/life/milestones.route.tsx";
import { loader as overview } from "#app/desk/workshop/overview.route.tsx";
import { translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { changeState } from "#app/workshops/commands.ts";
import { saveMilestones } from "#app/workshops/life/commands.ts";
import { milestoneForm } from "#app/workshops/life/form.ts";
import { takeDueMilestones } from "#app/workshops/life/milestones.jobs.ts";
import { listMilestones } from "#app/workshops/life/queries.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock, knockInsisting } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-10-01T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const code = "MJ-1";
const by = { accountId: null, at };

/** Five mornings in Mexico City from 23 to 27 November: enrolment opens on 10 October, and ends with 10 November. */
async function setUp(database: Database, state: WorkshopState = "published") {
  const id = await addWorkshop(database, { code, state });
  const days = { open: "2026-10-10", closed: "2026-11-10", running: "1" };
  const outcome = await plan(database, days);
  expect(outcome).toEqual({ status: "saved" });
  return id;
}

const plan = (database: Database, days: Record<string, string>, when: Instant = at) =>
  database.transact(async (trx) =>
    saveMilestones(trx, await held(trx, { code }), milestoneForm.parse(days), { ...by, at: when }),
  );

const move = (database: Database, to: WorkshopState, when: Instant) =>
  database.transact(async (trx) => changeState(trx, await planOf(trx, { code }), to, { ...by, at: when }));

const stateOf = async (database: Database) =>
  (await database.read.selectFrom("workshop").select("state").executeTakeFirstOrThrow()).state;

const records = async (database: Database) =>
  (
    await (
      await sealed(database)
    ).read
      .selectFrom("audit")
      .select(["action", "accountId", "details"])
      .where("action", "in", ["workshop.stateChanged", "workshop.stepMissed"])
      .orderBy("seq")
      .execute()
  ).map(({ action, accountId, details }) => ({ action, accountId, ...JSON.parse(details) }));

describeDatabases("what a workshop does by itself", (open) => {
  test("happens on its day by the venue's clock, once, and stands in the record as done by nobody", async () => {
    const database = await open();
    await setUp(database);
    const seen: string[] = [];
    // midnight in Mexico City is six o'clock; enrolment ends with its last day, and the first session is on 23 November
    for (const when of [
      "2026-10-10T05:59:00.000Z",
      "2026-10-10T06:00:00.000Z",
      "2026-11-10T18:00:00.000Z",
      "2026-11-11T06:00:00.000Z",
      "2026-11-23T05:59:00.000Z",
      "2026-11-23T06:00:00.000Z",
    ] as const) {
      await Promise.all([takeDueMilestones(database, when), takeDueMilestones(database, when)]);
      await takeDueMilestones(database, when);
      seen.push(await stateOf(database));
    }
    expect(seen).toEqual(["published", "open", "open", "closed", "closed", "running"]);
    const byItself = { action: "workshop.stateChanged", accountId: null, isByItself: true };
    expect(await records(database)).toEqual([
      { ...byItself, from: "published", to: "open" },
      { ...byItself, from: "open", to: "closed" },
      { ...byItself, from: "closed", to: "running" },
    ]);
  });

  test("is caught up with in its order where nobody was there for weeks", async () => {
    const database = await open();
    await setUp(database);
    await takeDueMilestones(database, "2026-11-23T12:00:00.000Z");
    expect(await stateOf(database)).toBe("running");
  });

  test("does not undo what somebody has done earlier by hand", async () => {
    const database = await open();
    await setUp(database);
    await move(database, "open", "2026-10-05T12:00:00.000Z");
    await move(database, "closed", "2026-10-06T12:00:00.000Z");
    await takeDueMilestones(database, "2026-10-10T12:00:00.000Z");
    expect(await stateOf(database)).toBe("closed");
    // and opened again, it closes on its last day
    await move(database, "open", "2026-10-11T12:00:00.000Z");
    await takeDueMilestones(database, "2026-11-11T12:00:00.000Z");
    expect(await stateOf(database)).toBe("closed");
    // once: whoever opens it after that is left alone
    await move(database, "open", "2026-11-12T12:00:00.000Z");
    await takeDueMilestones(database, "2026-11-13T12:00:00.000Z");
    expect(await stateOf(database)).toBe("open");
  });

  test("is missed once where the step before lacks, is asked for at the desk, and can be planned anew", async () => {
    const database = await open();
    const id = await setUp(database, "draft");
    const missedAt = "2026-10-10T12:00:00.000Z" as const;
    await takeDueMilestones(database, missedAt);
    await takeDueMilestones(database, "2026-10-10T12:01:00.000Z");
    expect(await records(database)).toEqual([
      { action: "workshop.stepMissed", accountId: null, step: "open", because: "notFromHere" },
    ]);
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const actor = {
      ...{ accountId, zone: "America/Mexico_City" },
      grants: [{ role: "administrator", programmeId: null, workshopId: null, institutionId: null }],
    };
    const asked = async (when: Instant) => {
      const t = translator("es");
      const items = await attentionView({ db: database.read, actor, locale: "es", t, at: when } as never);
      return items.filter(({ kind }) => kind === "missedStep").map(({ urgency, to }) => [urgency, to]);
    };
    expect(await asked(missedAt)).toEqual([["now", `/es/desk/workshops/${code}`]]);
    // published two days later, it is not opened behind anybody's back
    await move(database, "published", "2026-10-12T12:00:00.000Z");
    await takeDueMilestones(database, "2026-10-12T12:01:00.000Z");
    expect(await stateOf(database)).toBe("published");
    await plan(database, { open: "2026-10-15", closed: "2026-11-10", running: "1" }, "2026-10-12T12:02:00.000Z");
    expect(await asked("2026-10-12T12:03:00.000Z")).toEqual([]);
    await takeDueMilestones(database, "2026-10-15T12:00:00.000Z");
    expect(await stateOf(database)).toBe("open");
    expect((await listMilestones(database.read, id)).map(({ step, outcome }) => [step, outcome]).toSorted()).toEqual([
      ["closed", null],
      ["open", "taken"],
      ["running", null],
    ]);
  });

  test("stops where its day is taken away, and where the workshop is cancelled", async () => {
    const database = await open();
    await setUp(database);
    await plan(database, { open: "", closed: "2026-11-10" });
    await takeDueMilestones(database, "2026-10-20T12:00:00.000Z");
    expect(await stateOf(database)).toBe("published");
    await move(database, "cancelled", "2026-10-21T12:00:00.000Z");
    await takeDueMilestones(database, "2026-11-24T12:00:00.000Z");
    expect([await stateOf(database), (await records(database)).length]).toEqual(["cancelled", 1]);
  });
});

describeDatabases("the page of a workshop's days", (open) => {
  const path = `/es/desk/workshops/${code}/dates`;
  async function page(database: Database, state?: WorkshopState) {
    await setUp(database, state);
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId, at);
    return {
      look: (query = "") => knock(loader, { database, cookie, path: path + query }),
      send: (form: Record<string, string>) => knockInsisting(saveDays, { database, cookie, path, form }),
      overview: () => knock(overview, { database, cookie, path: `/es/desk/workshops/${code}` }),
    };
  }

  test("offers the days of two profiles, none of them past, and saves what was chosen", async () => {
    const { look, send, overview } = await page(await open());
    expect((await look()).data.initial).toEqual({ open: "2026-10-10", closed: "2026-11-10", running: "1" });
    expect((await look("?profile=short")).data.initial).toEqual({
      open: "2026-10-14",
      closed: "2026-11-03",
      running: "1",
    });
    expect((await look("?profile=long")).data.initial.open).toBe("2026-10-01");
    const { status, location } = await send({ open: "2026-10-14", closed: "2026-11-12", running: "1" });
    expect([status, location]).toEqual([302, `/es/desk/workshops/${code}?done=milestonesSaved`]);
    const { points } = (await overview()).data.life;
    expect(points.map(({ step, place, when }: Record<string, string>) => [step, place, when])).toEqual([
      ["draft", "done", ""],
      ["published", "here", ""],
      ["open", "ahead", "14 de octubre de 2026"],
      ["closed", "ahead", "12 de noviembre de 2026"],
      ["running", "ahead", "23 de noviembre de 2026"],
      ["completed", "ahead", "27 de noviembre de 2026"],
    ]);
  });

  test("says what is wrong beside its day, and saves nothing", async () => {
    const database = await open();
    const { send } = await page(database);
    const wrong = async (form: Record<string, string>) => (await send(form)).data.errors;
    expect(await wrong({ open: "2026-09-30" })).toEqual({ open: "desk:milestones.past" });
    expect(await wrong({ open: "2026-11-23" })).toEqual({ open: "desk:milestones.tooLate" });
    expect(await wrong({ open: "2026-11-12", closed: "2026-11-11" })).toEqual({
      closed: "desk:milestones.beforeOpening",
    });
    expect(await wrong({ closed: "2026-11-09" })).toEqual({ closed: "desk:milestones.earlier" });
    expect(await wrong({ open: "mañana" })).toEqual({ open: "desk:form.date" });
    const [first] = await database.read
      .selectFrom("workshopMilestone")
      .select("dueOn")
      .orderBy("step", "desc")
      .execute();
    expect(first?.dueOn).toBeNull();
  });
});
