import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { mergePeople } from "#app/doubles/merge.commands.ts";
import { findPair } from "#app/doubles/merge.queries.ts";
import type { Database } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { addCrowd, programmeOf } from "#test/support/world.ts";
import { at, desk, setUp } from "./behalf-world.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) }));
afterEach(() => void vi.useRealTimers());

const merge = (database: Database, kept: Id<"person">, gone: Id<"person">) =>
  database.transact(async (trx) => {
    await hold(trx, "person", kept, gone);
    const pair = await findPair(trx, everywhere, [kept, gone]);
    const merger = { accountId: null, at, mayGrant: true, participants: everywhere };
    const choices = { facts: {}, account: null, enrolments: new Map() };
    return mergePeople(trx, pair as NonNullable<typeof pair>, choices, merger);
  });

describeDatabases("somebody who is merged while they are added to a workshop", (open) => {
  test("is not there any more, and nobody is added: in words", async () => {
    const database = await open();
    const { workshopId, send } = await setUp(database);
    const programmeId = await programmeOf(database, workshopId);
    const [kept, gone] = (await addCrowd(database, 2)) as [Id<"person">, Id<"person">];
    await database.transact((trx) =>
      trx
        .insertInto("programmePerson")
        .values([kept, gone].map((personId) => ({ programmeId, personId, addedAt: at, addedBy: null })))
        .execute(),
    );
    const form = { part: "people", p: gone, seats: "1", reason: "R", note: "Hola" };
    const [merged, answer] = await overlapping(
      database,
      (paused) => merge(paused, kept, gone),
      () => send(`${desk}/new`, form),
    );
    expect(merged).toEqual({ status: "merged" });
    expect([answer.status, answer.data]).toMatchObject([422, { values: { note: "Hola" } }]);
    expect(await database.read.selectFrom("enrolment").select("id").execute()).toEqual([]);
  });
});
