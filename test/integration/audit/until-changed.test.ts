import { expect, test } from "vitest";
import { audit } from "#app/audit/commands.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-10-01T12:00:01.000Z" as const;

/** Somebody who looks, and counts how often the look was real. */
function looker(database: Database) {
  let looks = 0;
  return (key: unknown[] = ["page"], when: Instant = at) => untilChanged(database.read, when, key, async () => ++looks);
}

describeDatabases("what is remembered until something changes", (open) => {
  test("the same question has the same answer within its minute, another one its own", async () => {
    const look = looker(await open());
    expect([await look(), await look(), await look(["page"], "2026-10-01T12:00:59.999Z")]).toEqual([1, 1, 1]);
    expect([await look(["page", 2]), await look(["page", "2"]), await look()]).toEqual([2, 3, 1]);
    expect(await look(["page"], "2026-10-01T12:01:00.000Z")).toBe(4);
  });

  test("an entry of the audit ends it, whoever wrote it; one that was rolled back does not", async () => {
    const database = await open();
    const look = looker(database);
    const entry = { accountId: null, action: "workshop.changed", subjectId: id("workshop", "1") } as const;
    expect(await look()).toBe(1);
    const undone = database.transact(async (trx) => {
      await audit(trx, at, entry);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await look()).toBe(1);
    await database.transact((trx) => audit(trx, at, entry));
    expect([await look(), await look()]).toEqual([2, 2]);
  });

  test("somebody who signs in or out ends nothing", async () => {
    const database = await open();
    const look = looker(database);
    expect(await look()).toBe(1);
    for (const action of ["session.opened", "session.closed", "session.ended"] as const)
      await database.transact((trx) => audit(trx, at, { accountId: null, action, subjectId: id("account", "1") }));
    expect(await look()).toBe(1);
    await database.transact((trx) =>
      audit(trx, at, { accountId: null, action: "account.disabled", subjectId: id("account", "1") }),
    );
    expect(await look()).toBe(2);
  });

  test("what changes during a look counts for the next one", async () => {
    const database = await open();
    const entry = { accountId: null, action: "workshop.changed", subjectId: id("workshop", "1") } as const;
    const slow = untilChanged(database.read, at, ["page"], async () => {
      await database.transact((trx) => audit(trx, at, entry));
      return "before";
    });
    expect(await slow).toBe("before");
    expect(await untilChanged(database.read, at, ["page"], async () => "after")).toBe("after");
  });

  test("whoever asks ever new questions fills no memory", async () => {
    const look = looker(await open());
    expect(await look(["known"])).toBe(1);
    for (let n = 0; n < 500; n++) await look(["page", n]);
    expect(await look(["known"])).toBe(1);
    expect([await look(["page", 499]), await look(["page", 499])]).toEqual([502, 503]);
  });

  test("a look that fails is not remembered", async () => {
    const { read } = await open();
    await expect(untilChanged(read, at, ["page"], () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await untilChanged(read, at, ["page"], async () => "there")).toBe("there");
  });
});
