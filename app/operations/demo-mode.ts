import type { Database } from "#db/database.ts";

/** Whether this database was begun as a demo; null where it is new. */
export async function findDemoMode(database: Database): Promise<boolean | null> {
  const row = await database.read.selectFrom("setting").select("value").where("name", "=", "demo").executeTakeFirst();
  return row ? row.value === "on" : null;
}

/**
 * Written once: demo accounts have known passwords, so a demo never becomes a real database.
 * @returns what holds: somebody who started at the same moment may have been first
 */
export async function rememberDemoMode(database: Database, demo: boolean): Promise<boolean> {
  await database.transact((trx) =>
    trx
      .insertInto("setting")
      .values({ name: "demo", value: demo ? "on" : "off" })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute(),
  );
  return (await findDemoMode(database)) ?? demo;
}
