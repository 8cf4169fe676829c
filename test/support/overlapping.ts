import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#db/database.ts";

/** Long enough for whoever comes second to reach the row for which it has to wait, or to run past it. */
const headStartMs = 400;

/** Begins `second` when `first`, on the database that it is given, has done all its work and not yet committed it. */
export async function overlapping<First, Second>(
  database: Database,
  first: (database: Database) => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const [worked, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const pausing: Database = {
    ...database,
    transact: (work) =>
      database.transact(async (trx) => {
        const outcome = await work(trx);
        worked.resolve();
        await ending.promise;
        return outcome;
      }),
  };
  const leading = first(pausing);
  await Promise.race([worked.promise, leading]);
  const following = second();
  await Promise.race([following, wait(headStartMs)]);
  ending.resolve();
  return Promise.all([leading, following]);
}
