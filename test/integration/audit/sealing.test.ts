import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { AuditAction } from "#app/audit/actions.ts";
import { audit, sealAfter, sealAudit } from "#app/audit/commands.ts";
import { findOwnData } from "#app/audit/own-data.queries.ts";
import { findChainFault, findLastChange, findLastEntry, findPosition, listEntriesAfter } from "#app/audit/queries.ts";
import { type Database, openDatabase, type Writer } from "#db/database.ts";
import { asId } from "#db/id.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-11-27T15:00:00.000Z" as const;

const record = (trx: Writer, subject: string, action: AuditAction = "workshop.changed") =>
  audit(trx, at, { accountId: null, action, subjectId: asId(subject) });
const note = (database: Database, subject: string, action?: AuditAction) =>
  database.transact((trx) => record(trx, subject, action));
const sealedOf = async ({ read }: Database) =>
  (await read.selectFrom("audit").select("subjectId").orderBy("seq").execute()).map(({ subjectId }) => subjectId);
const pendingOf = async ({ read }: Database) =>
  (await read.selectFrom("auditPending").select("subjectId").orderBy("id").execute()).map(({ subjectId }) => subjectId);

/** A transaction that has recorded a change, and is committed when it is told to be. */
async function recordedNotCommitted(database: Database, subject: string) {
  const [recorded, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const over = database.transact(async (trx) => {
    await record(trx, subject);
    recorded.resolve();
    await ending.promise;
  });
  await recorded.promise;
  return async () => {
    ending.resolve();
    await over;
  };
}

describeDatabases("sealing the audit", (open, fresh) => {
  test("a change leaves its entry waiting; sealing puts all into the chain, in their order", async () => {
    const database = await open();
    expect(await sealAudit(database)).toBe(0);
    for (const subject of ["a", "b", "c"]) await note(database, subject);
    expect([await sealedOf(database), await pendingOf(database)]).toEqual([[], ["a", "b", "c"]]);
    expect(await findChainFault(database.read)).toBeNull();
    expect(await sealAudit(database)).toBe(3);
    expect([await sealedOf(database), await pendingOf(database)]).toEqual([["a", "b", "c"], []]);
    expect(await findChainFault(database.read)).toBeNull();
  });

  test("the chain holds across batches, and from one sealing to the next", async () => {
    const database = await open();
    for (let n = 0; n < 7; n++) await note(database, `${n}`);
    expect(await sealAudit(database, 3)).toBe(7);
    await note(database, "7");
    expect(await sealAudit(database, 3)).toBe(1);
    expect(await sealedOf(database)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
    expect(await findChainFault(database.read)).toBeNull();
  });

  test("of two changes of one record that of whoever came first is first, though its time is later", async () => {
    const database = await open();
    const change = (when: typeof at | "2026-11-27T14:59:59.000Z", subject: string) =>
      database.transact((trx) =>
        audit(trx, when, { accountId: null, action: "workshop.changed", subjectId: id("workshop", subject) }),
      );
    await change(at, "first");
    await change("2026-11-27T14:59:59.000Z", "waited");
    await sealAudit(database);
    expect(await sealedOf(database)).toEqual(["first", "waited"]);
  });

  test("what was rolled back is never sealed, and a sealing that fails changes nothing", async () => {
    const database = await open();
    const undone = database.transact(async (trx) => {
      await record(trx, "undone");
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await note(database, "kept");
    const failing = database.transact(async (trx) => {
      await sealAfter(trx, { seq: 0, hash: "", shownCount: 0 }, 10);
      throw new Error("killed");
    });
    await expect(failing).rejects.toThrow("killed");
    expect([await sealedOf(database), await pendingOf(database)]).toEqual([[], ["kept"]]);
    await sealAudit(database);
    expect(await sealedOf(database)).toEqual(["kept"]);
    expect(await findChainFault(database.read)).toBeNull();
  });

  test("sealers at once neither lose nor double an entry", async () => {
    const url = await fresh();
    const [one, two] = [openDatabase(url), openDatabase(url)];
    const writing = Promise.all(Array.from({ length: 60 }, (_, n) => note(n % 2 ? one : two, `${n}`)));
    for (let round = 0; round < 10; round++) await Promise.all([sealAudit(one, 5), sealAudit(two, 5)]);
    await writing;
    await sealAudit(one);
    expect(new Set(await sealedOf(one)).size).toBe(60);
    expect(await sealedOf(one)).toHaveLength(60);
    expect(await pendingOf(one)).toEqual([]);
    expect(await findChainFault(one.read)).toBeNull();
    await one.close();
    await two.close();
  });

  test("the last change grows by one with each that is committed, and sealing does not change it", async () => {
    const database = await open();
    const start = await findLastChange(database.read);
    const since = async () => (await findLastChange(database.read)) - start;
    for (const subject of ["a", "b"]) await note(database, subject);
    for (const action of ["session.opened", "person.added", "person.listed"] as const)
      await note(database, "ana", action);
    expect(await since()).toBe(2);
    await sealAudit(database, 2);
    expect(await since()).toBe(2);
    await note(database, "c");
    expect(await since()).toBe(3);
    await sealAudit(database);
    expect(await since()).toBe(3);
  });

  test("what came after a position is found, sealed or not, and up to one more than asked for", async () => {
    const database = await open();
    await note(database, "before");
    const before = await findPosition(database.read);
    expect(before).toEqual({ change: 1, sealedSeq: 0 });
    await note(database, "sealed");
    await sealAudit(database);
    await note(database, "pending");
    const after = async (seq: number, most = 10) =>
      (await listEntriesAfter(database.read, seq, most)).map(({ subjectId }) => subjectId).sort();
    expect(await after(before.sealedSeq)).toEqual(["before", "pending", "sealed"]);
    expect(await findPosition(database.read)).toEqual({ change: 3, sealedSeq: 2 });
    expect(await after(2)).toEqual(["pending"]);
    expect(await after(0, 1)).toHaveLength(2);
  });

  test("who did something last, and what is kept about somebody, includes what waits", async () => {
    const database = await open();
    const me = { personId: id("person", "ana"), accountId: id("account", "ana") };
    const change = (by: string, action: "person.changed" | "person.nameConfirmed" = "person.changed") =>
      database.transact((trx) => audit(trx, at, { accountId: id("account", by), action, subjectId: me.personId }));
    const last = async () =>
      (await findLastEntry(database.read, { actions: ["person.changed"], subjectId: me.personId }))?.accountId;
    expect(await last()).toBeUndefined();
    await change("eva");
    expect(await last()).toBe("eva");
    await sealAudit(database);
    expect(await last()).toBe("eva");
    await change("haruka");
    await change("ana", "person.nameConfirmed");
    expect(await last()).toBe("haruka");
    const { changes } = await findOwnData(database.read, { ...me, accountIds: [me.accountId] });
    expect(changes.map(({ action }) => action)).toEqual(["person.changed", "person.changed", "person.nameConfirmed"]);
  });

  test("a sealer that is killed at any moment leaves a whole chain, and nothing is lost or doubled", {
    timeout: 60_000,
  }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const total = 400;
    await database.transact(async (trx) => {
      for (let n = 0; n < total; n++) await record(trx, `${n}`);
    });
    for (let round = 0; (await pendingOf(database)).length > 0 && round < 6; round++) {
      const sealer = fork(resolve("test/support/audit-sealer.ts"), { execArgv: [] });
      onTestFinished(() => void sealer.kill("SIGKILL"));
      await once(sealer, "message");
      sealer.send(url);
      for (let batch = 0; batch <= round; batch++) await once(sealer, "message");
      sealer.kill("SIGKILL");
      await once(sealer, "exit");
      const [chained, waiting] = [await sealedOf(database), await pendingOf(database)];
      expect(new Set([...chained, ...waiting]).size).toBe(total);
      expect(chained.length + waiting.length).toBe(total);
      expect(await findChainFault(database.read)).toBeNull();
    }
    await sealAudit(database);
    expect(await sealedOf(database)).toEqual(Array.from({ length: total }, (_, n) => `${n}`));
    await database.close();
  });
});

describePostgres("sealing the audit beside open transactions", (open) => {
  test("what is committed late, with an earlier id, is sealed by the next round: nothing slips between", async () => {
    const database = await open();
    const start = await findLastChange(database.read);
    const commitFirst = await recordedNotCommitted(database, "first");
    const commitSecond = await recordedNotCommitted(database, "second");
    await note(database, "third");
    // nobody waits for those who have recorded and not committed
    expect(await sealAudit(database)).toBe(1);
    const seen = await findPosition(database.read);
    expect(seen).toEqual({ change: start + 1, sealedSeq: 1 });
    await commitSecond();
    expect(await sealAudit(database)).toBe(1);
    await commitFirst();
    expect(await findLastChange(database.read)).toBe(start + 3);
    const missed = await listEntriesAfter(database.read, seen.sealedSeq, 10);
    expect(missed.map(({ subjectId }) => subjectId).sort()).toEqual(["first", "second"]);
    expect(await sealAudit(database)).toBe(1);
    expect(await sealedOf(database)).toEqual(["third", "second", "first"]);
    expect(await findChainFault(database.read)).toBeNull();
  });

  test("two who record at once, and one who seals meanwhile, wait for nobody", async () => {
    const database = await open();
    const commit = await recordedNotCommitted(database, "open");
    await note(database, "closed");
    await sealAudit(database);
    expect(await sealedOf(database)).toEqual(["closed"]);
    await commit();
  });

  test("while one seals, another finds nothing to do", async () => {
    const database = await open();
    await note(database, "a");
    const [held, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = database.transact(async (trx) => {
      await trx.selectFrom("auditHead").select("seq").forUpdate().execute();
      held.resolve();
      await ending.promise;
    });
    await held.promise;
    expect(await sealAudit(database)).toBe(0);
    ending.resolve();
    await holding;
    expect(await sealAudit(database)).toBe(1);
  });

  test("negative control: of two who seal after the same end, without holding it, one comes to grief", async () => {
    const database = await open();
    for (const subject of ["a", "b"]) await note(database, subject);
    const end = { seq: 0, hash: "", shownCount: 0 };
    const [worked, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = database.transact(async (trx) => {
      await sealAfter(trx, end, 1);
      worked.resolve();
      await ending.promise;
    });
    await worked.promise;
    const second = expect(database.transact((trx) => sealAfter(trx, end, 1))).rejects.toThrow(/duplicate key/);
    ending.resolve();
    await Promise.all([first, second]);
    expect([await sealedOf(database), await pendingOf(database)]).toEqual([["a"], ["b"]]);
  });
});
