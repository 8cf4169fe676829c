import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { enrol } from "#app/enrolment/commands.ts";
import { action as enrolAction } from "#app/enrolment/own/enrolment.route.tsx";
import * as me from "#app/enrolment/own/me.route.tsx";
import { action, loader } from "#app/enrolment/own/withdrawal.route.tsx";
import { applicationLimits } from "#app/limits/limits.ts";
import type { Instant } from "#app/time/instant.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;
const official = { grants: ["official" as const], passwordHash: null };
const path = "/es/workshops/MJ-1/enrolment/withdrawal";

beforeEach(() => vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

/** A workshop of one seat, enrolled in by so many people; the last of them looks. */
async function setUp(database: Database, enrolled: number) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 1 });
  const people = [];
  for (let i = 0; i < Math.max(enrolled, 1); i += 1) people.push(await addAccount(database, official));
  for (const person of people.slice(0, enrolled))
    await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at }));
  const cookies = await Promise.all(people.map(({ accountId }) => cookieFor(database, accountId)));
  return { cookies, ask: (cookie = cookies.at(-1)) => knock(loader, { database, path, cookie }) };
}

const change = (database: Database, values: { state?: WorkshopState; beginsAt?: Instant }) =>
  database.transact((trx) => trx.updateTable("workshop").set(values).execute());

describeDatabases("before somebody withdraws", (open) => {
  test("the page says that the seat becomes free, and that they may come back", async () => {
    const { ask } = await setUp(await open(), 1);
    expect((await ask()).data).toMatchObject({ state: "confirmed", rank: null, loss: "free", mayReturn: true });
  });

  test("it says that the seat goes to the next, and to whoever waits that they lose their rank", async () => {
    const { ask, cookies } = await setUp(await open(), 3);
    expect((await ask(cookies[0])).data).toMatchObject({ state: "confirmed", loss: "seat" });
    expect((await ask(cookies[2])).data).toMatchObject({ state: "reserve", rank: 2, loss: "reserve" });
  });

  test("once enrolment is closed it says that there is no way back", async () => {
    const database = await open();
    const { ask } = await setUp(database, 1);
    await change(database, { state: "closed" });
    expect((await ask()).data).toMatchObject({ mayReturn: false });
  });

  test("asking changes nothing; sending the form does, once", async () => {
    const database = await open();
    const { ask, cookies } = await setUp(database, 1);
    const send = () => knock(action, { database, path, form: {}, cookie: cookies[0] });
    const states = async () =>
      (await database.read.selectFrom("enrolment").select("state").execute()).map(({ state }) => state);
    await ask();
    expect(await states()).toEqual(["confirmed"]);
    expect((await send()).location).toBe("/es/me?done=withdrawn&workshop=MJ-1");
    expect(await states()).toEqual(["withdrawn"]);
    expect((await send()).location).toBe("/es/workshops/MJ-1?refused=notEnrolled");
  });

  test("whoever is not enrolled, or comes too late, is told on the workshop's page", async () => {
    expect((await (await setUp(await open(), 0)).ask()).location).toBe("/es/workshops/MJ-1?refused=notEnrolled");
    const database = await open();
    const { ask } = await setUp(database, 1);
    await change(database, { beginsAt: at });
    expect((await ask()).location).toBe("/es/workshops/MJ-1?refused=tooLate");
  });
});

describeDatabases("an enrolment or a withdrawal that is refused", (open) => {
  const enrolment = "/es/workshops/MJ-1/enrolment";

  test("leaves nothing behind but the attempt, which counts like any other", async () => {
    const database = await open();
    const { cookies } = await setUp(database, 1);
    const workshop = () => database.read.selectFrom("workshop").selectAll().executeTakeFirstOrThrow();
    const before = await workshop();
    const send = async (door: typeof action, to: string) =>
      (await knock(door, { database, path: to, form: {}, cookie: cookies[0] })).location;
    expect(await send(enrolAction, enrolment)).toBe("/es/workshops/MJ-1?refused=alreadyEnrolled");
    await change(database, { beginsAt: at });
    expect(await send(action, path)).toBe("/es/workshops/MJ-1?refused=tooLate");
    expect(await workshop()).toEqual({ ...before, beginsAt: at });
    const hits = (await database.read.selectFrom("rateLimit").select("hits").execute()).map((row) => row.hits);
    expect(hits).toEqual([2, 2, 2]);
  });

  test("counts no further once there have been too many", async () => {
    const database = await open();
    const { cookies } = await setUp(database, 1);
    const statuses = [];
    for (let turn = 0; turn < applicationLimits.account.most + 2; turn += 1)
      statuses.push((await knock(enrolAction, { database, path: enrolment, form: {}, cookie: cookies[0] })).status);
    expect(statuses.slice(-3)).toEqual([302, 429, 429]);
    const hits = (await database.read.selectFrom("rateLimit").select("hits").execute()).map((row) => row.hits);
    expect(new Set(hits)).toEqual(new Set([applicationLimits.account.most]));
  });
});

describeDatabases("after somebody enrolled or withdrew", (open) => {
  const look = async (database: Database, cookie: string | undefined) =>
    (await knock(me.loader, { database, path: "/es/me?done=withdrawn&workshop=MJ-1", cookie })).data.about;

  test("their page names the workshop, and to whoever waits their rank", async () => {
    const database = await open();
    const { cookies } = await setUp(database, 3);
    expect(await look(database, cookies[0])).toMatchObject({
      workshop: { code: "MJ-1" },
      state: "confirmed",
      rank: null,
    });
    expect(await look(database, cookies[2])).toMatchObject({ workshop: { code: "MJ-1" }, state: "reserve", rank: 2 });
  });

  test("it promises a way back only while enrolment is open", async () => {
    const database = await open();
    const { cookies } = await setUp(database, 1);
    expect(await look(database, cookies[0])).toMatchObject({ mayReturn: false });
    await knock(action, { database, path, form: {}, cookie: cookies[0] });
    expect(await look(database, cookies[0])).toMatchObject({ state: "withdrawn", mayReturn: true });
    await change(database, { state: "closed" });
    expect(await look(database, cookies[0])).toMatchObject({ mayReturn: false });
  });
});
