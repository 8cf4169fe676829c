import { sql } from "kysely";
import { expect, test } from "vitest";
import { moveNominee, nominate } from "#app/nominations/nomination/commands.ts";
import { findNomination, listNominationHistory, listStanding } from "#app/nominations/nomination/queries.ts";
import { rankInOrder } from "#app/nominations/nomination/ranks.commands.ts";
import { reordered } from "#app/nominations/nomination/rules.ts";
import { endorse, withdrawNomination } from "#app/nominations/nomination/steps.commands.ts";
import { action as nominating } from "#app/nominations/sender/nominating.route.tsx";
import { action as nominee } from "#app/nominations/sender/nominee.route.tsx";
import { action as newNominee } from "#app/nominations/sender/nominee-new.route.tsx";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { knock } from "#test/support/visit.ts";
import { brief, code, handIn, listFor, nominateAt, nominatingWorld, put, type World } from "./nominating.ts";

const path = `/es/nominations/${code}`;
/** Before the doors' own clock, so that what they do comes after it. */
const begunAt = "2026-11-20T12:00:00.000Z";
const by = { accountId: null, at: nominateAt };

/** Two focal points of the same institution, whose letter is there. */
async function pair(database: Database) {
  const world = await nominatingWorld(database);
  const { mexico, hector } = world;
  const grants = [{ role: "focalPoint" as const, institutionId: mexico }];
  const lucia = await addAccount(database, { grants, person: { familyName: "Yáñez", institutionId: mexico } });
  const cookies = [await cookieFor(database, hector.accountId), await cookieFor(database, lucia.accountId)] as const;
  const add = (on: Database, cookie: string, p: Id<"person">[]) =>
    knock(newNominee, {
      ...{ database: on, path: `${path}/new`, cookie },
      form: { part: "people", institutionId: mexico, p },
    });
  const move = (on: Database, cookie: string, nomination: string, step: "up" | "down") =>
    knock(nominating, { database: on, path, cookie, form: { part: "move", institutionId: mexico, nomination, step } });
  const send = (on: Database, cookie: string) =>
    knock(nominating, { database: on, path, cookie, form: { part: "send", institutionId: mexico } });
  const leave = (on: Database, cookie: string, id: string) =>
    knock(nominee, {
      ...{ database: on, path: `${path}/nominees/${id}`, cookie },
      form: { part: "withdrawal", because: "workload", note: "" },
    });
  const idOf = async (personId: Id<"person">) =>
    (await listFor(database, world, mexico)).find((one) => one.personId === personId)?.id as Id<"nomination">;
  return { ...world, cookies, add, move, send, leave, idOf };
}

/** Each step begins where the one before it has ended. */
async function chain(database: Database, id: Id<"nomination">) {
  const history = (await listNominationHistory(database.read, id)).toReversed();
  return history.map(({ fromState, toState }) => `${fromState ?? "-"} ${toState}`);
}

describeDatabases("two focal points of one institution at once", (open) => {
  test("at the limit one of them nominates, and the other is told", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, cookies, add, ana, beto, carla, hector } = world;
    await put(database, mexico, [ana, hector.personId], begunAt);
    const [first, second] = await overlapping(
      database,
      (paused) => add(paused, cookies[0], [beto]),
      () => add(database, cookies[1], [carla]),
    );
    expect([first.status, second.status]).toEqual([302, 422]);
    expect(second.data.errors.p).toMatchObject({ key: "nominations:refused.tooMany", values: { count: "0" } });
    const found = await listFor(database, world, mexico);
    expect(found.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  test("the same person is nominated once", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, cookies, add, ana } = world;
    const [first, second] = await overlapping(
      database,
      (paused) => add(paused, cookies[0], [ana]),
      () => add(database, cookies[1], [ana]),
    );
    expect([first.status, second.status]).toEqual([302, 422]);
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Ávila draft"]);
  });

  test("somebody leaves while somebody is added: nobody's place is empty", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, cookies, add, leave, idOf, ana, beto, carla } = world;
    await put(database, mexico, [ana, beto], begunAt);
    const id = await idOf(ana);
    const [first, second] = await overlapping(
      database,
      (paused) => leave(paused, cookies[0], id),
      () => add(database, cookies[1], [carla]),
    );
    expect([first.status, second.status]).toEqual([302, 302]);
    expect(brief(await listFor(database, world, mexico))).toEqual([
      "1 Bravo draft",
      "2 Cano draft",
      "- Ávila withdrawn",
    ]);
  });

  test("one sends what the other withdraws: each step follows from the one before", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, cookies, send, leave, idOf, ana, beto } = world;
    await put(database, mexico, [ana, beto], begunAt);
    await handIn(database, mexico);
    const id = await idOf(ana);
    const [sent, left] = await overlapping(
      database,
      (paused) => send(paused, cookies[0]),
      () => leave(database, cookies[1], id),
    );
    expect([sent.headers.get("Location"), left.headers.get("Location")]).toEqual([
      `${path}?done=sent`,
      `${path}?done=withdrawn`,
    ]);
    expect(await chain(database, id)).toEqual(["- draft", "draft endorsed", "endorsed withdrawn"]);
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Bravo endorsed", "- Ávila withdrawn"]);
  });

  test("one withdraws what the other sends: what is gone is not sent", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, cookies, send, leave, idOf, ana, beto } = world;
    await put(database, mexico, [ana, beto], begunAt);
    await handIn(database, mexico);
    const id = await idOf(ana);
    const [left, sent] = await overlapping(
      database,
      (paused) => leave(paused, cookies[0], id),
      () => send(database, cookies[1]),
    );
    expect([left.status, sent.headers.get("Location")]).toEqual([302, `${path}?done=sent`]);
    expect(await chain(database, id)).toEqual(["- draft", "draft withdrawn"]);
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Bravo endorsed", "- Ávila withdrawn"]);
  });

  test("both move somebody: each by a place from where they stand by then", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, cookies, move, idOf, ana, beto, carla } = world;
    await put(database, mexico, [ana, beto, carla], begunAt);
    const [down, up] = [await idOf(ana), await idOf(carla)];
    const [first, second] = await overlapping(
      database,
      (paused) => move(paused, cookies[0], down, "down"),
      () => move(database, cookies[1], up, "up"),
    );
    expect([first.status, second.status]).toEqual([302, 302]);
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Bravo draft", "2 Cano draft", "3 Ávila draft"]);
  });
});

describePostgres("control: without holding the workshop", (open) => {
  const unheld = async (trx: Writer) => (await findWorkshop(trx, code, "public")) as HeldWorkshop;
  const found = async (trx: Writer, { workshopId }: World, id: Id<"nomination">) =>
    (await findNomination(trx, { workshopId, id }))!;
  const leaving = { who: "sender", because: "workload", note: "" } as const;

  /** By it PostgreSQL finds that two have the same place, and one of them is tried again. */
  const withoutIndex = (database: Database) =>
    database.transact(async (trx) => void (await sql`drop index nomination_rank`.execute(trx)));

  const ranksIn = async (database: Database, world: World) =>
    (await listFor(database, world, world.mexico)).map(({ rank }) => rank);

  test("more are nominated than may be, two of them in one place", async () => {
    const database = await open();
    await withoutIndex(database);
    const world = await pair(database);
    const { mexico, ana, beto, carla, hector } = world;
    await put(database, mexico, [ana, hector.personId]);
    const add = async (trx: Writer, personId: Id<"person">) =>
      nominate(trx, { workshop: await unheld(trx), institutionId: mexico }, [personId], by);
    await database.transact(async (trx) => {
      await add(trx, beto);
      await database.transact((other) => add(other, carla));
    });
    expect(await ranksIn(database, world)).toEqual([1, 2, 3, 3]);
  });

  test("a place stays empty", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, idOf, ana, beto, carla } = world;
    await put(database, mexico, [ana, beto]);
    const id = await idOf(ana);
    await database.transact(async (trx) => {
      await withdrawNomination(trx, await unheld(trx), await found(trx, world, id), leaving, by);
      await database.transact(async (other) =>
        nominate(other, { workshop: await unheld(other), institutionId: mexico }, [carla], by),
      );
    });
    expect(await ranksIn(database, world)).toEqual([1, 3, null]);
  });

  test("the history leaves a step out", async () => {
    const database = await open();
    const world = await pair(database);
    const { mexico, idOf, ana } = world;
    await put(database, mexico, [ana]);
    await handIn(database, mexico);
    const id = await idOf(ana);
    await database.transact(async (trx) => {
      const seen = await found(trx, world, id);
      await database.transact(async (other) =>
        endorse(other, await unheld(other), [await found(other, world, id)], by),
      );
      await withdrawNomination(trx, await unheld(trx), seen, leaving, by);
    });
    expect((await chain(database, id)).toSorted()).toEqual(["- draft", "draft endorsed", "draft withdrawn"]);
  });

  test("two who move somebody leave two in one place", async () => {
    const database = await open();
    await withoutIndex(database);
    const world = await pair(database);
    const { workshopId, mexico, idOf, ana, beto, carla } = world;
    await put(database, mexico, [ana, beto, carla]);
    const [down, up] = [await idOf(ana), await idOf(carla)];
    await database.transact(async (trx) => {
      const seen = await listStanding(trx, { workshopId, institutionId: mexico });
      await database.transact(async (other) =>
        moveNominee(other, await unheld(other), await found(other, world, down), "down", by),
      );
      await rankInOrder(trx, reordered(seen, up, "up") ?? []);
    });
    expect(await ranksIn(database, world)).toEqual([2, 2, 3]);
  });
});
