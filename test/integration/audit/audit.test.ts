import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import type { AuditAction } from "#app/audit/actions.ts";
import { audit, sealAudit } from "#app/audit/commands.ts";
import { auditHash } from "#app/audit/hash.ts";
import { chainPage, findChainFault } from "#app/audit/queries.ts";
import type { Database } from "#db/database.ts";
import { asId } from "#db/id.ts";
import type { AuditTable } from "#db/schema.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-11-23T15:00:00.000Z" as const;

async function note(database: Database, action: AuditAction, details = {}) {
  await database.transact((trx) => audit(trx, at, { accountId: null, action, subjectId: asId("1"), details }));
  await sealAudit(database);
}

const change = (database: Database, seq: number, values: Partial<AuditTable>) =>
  database.transact((trx) => trx.updateTable("audit").set(values).where("seq", "=", seq).execute());

describeDatabases("the audit chain", (open) => {
  test("entries follow each other without a gap, also when many write at once", async () => {
    const database = await open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => note(database, "workshop.changed", { index })));
    // whoever came while another was sealing has left its entry to the next round
    await sealAudit(database);
    expect(await findChainFault(database.read)).toBeNull();
    const { count } = await database.read
      .selectFrom("audit")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(20);
  });

  test("what was rolled back leaves neither an entry nor a gap", async () => {
    const database = await open();
    await note(database, "workshop.planned");
    const failing = database.transact(async (trx) => {
      await audit(trx, at, { accountId: null, action: "workshop.changed", subjectId: id("workshop", "1") });
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    await note(database, "workshop.stateChanged");
    expect(await findChainFault(database.read)).toBeNull();
    const actions = await database.read.selectFrom("audit").select("action").orderBy("seq").execute();
    expect(actions.map(({ action }) => action)).toEqual(["workshop.planned", "workshop.stateChanged"]);
  });

  test.each<[string, Partial<AuditTable>]>([
    ["who", { accountId: "somebody-else" }],
    ["what", { action: "test.nothing" }],
    ["to which record", { subjectId: "2" }],
    ["when", { at: "2026-11-22T15:00:00.000Z" }],
    ["why", { details: "{}" }],
    ["its own hash", { hash: "x" }],
  ])("a change of %s is detected", async (_, values) => {
    const database = await open();
    for (const action of ["workshop.planned", "workshop.changed", "workshop.stateChanged"] as const)
      await note(database, action, { reason: "x" });
    await change(database, 2, values);
    expect(await findChainFault(database.read)).toBe(2);
  });

  test("the next row detects one that was rewritten with a fitting hash, the head one that was cut off", async () => {
    const database = await open();
    for (const action of ["workshop.planned", "workshop.changed", "workshop.stateChanged"] as const)
      await note(database, action);
    const row = await database.read.selectFrom("audit").selectAll().where("seq", "=", 2).executeTakeFirstOrThrow();
    await change(database, 2, { action: "test.x", hash: auditHash({ ...row, action: "test.x" }) });
    expect(await findChainFault(database.read)).toBe(3);

    const cut = await open();
    for (const action of ["workshop.planned", "workshop.changed"] as const) await note(cut, action);
    await cut.transact((trx) => trx.deleteFrom("audit").where("seq", "=", 2).execute());
    expect(await findChainFault(cut.read)).toBe(2);
  });

  test("a chain of several pages is walked a page at a time, and a fault is found wherever it is", async () => {
    const database = await open();
    const length = 2 * chainPage + 1;
    await database.transact(async (trx) => {
      for (let seq = 1; seq <= length; seq += 1)
        await audit(trx, at, { accountId: null, action: "workshop.changed", subjectId: id("workshop", "1") });
    });
    expect(await sealAudit(database)).toBe(length);
    const { read, largest } = measuring(database);
    expect(await findChainFault(read)).toBeNull();
    expect(largest()).toBe(chainPage);
    for (const seq of [length, chainPage + 1, chainPage, 1]) {
      await change(database, seq, { details: "{}.." });
      expect(await findChainFault(database.read)).toBe(seq);
    }
    await change(database, 1, { seq: -1 });
    expect(await findChainFault(database.read)).toBe(-1);
  });
});

/** Tells how many rows the largest answer had. */
function measuring({ read }: Database) {
  let most = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      most = Math.max(most, result.rows.length);
      return result;
    },
  };
  return { read: read.withPlugin(plugin), largest: () => most };
}
