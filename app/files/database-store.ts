import type { Database } from "#db/database.ts";
import { addPortion, dropPortions } from "./commands.ts";
import { portionBytes, turn } from "./portions.ts";
import { findPortion } from "./queries.ts";
import type { Store } from "./store-type.ts";

/** Bytes as rows of the database: the backup has them with everything else. */
export const databaseStore = (database: Database): Store => ({
  async write(id, portions) {
    let n = 0;
    for await (const portion of portions) {
      await turn();
      await database.transact((trx) => addPortion(trx, id, n, portion));
      n += 1;
    }
  },
  async *read(id, first, last) {
    for (let n = Math.floor(first / portionBytes); n * portionBytes <= last; n += 1) {
      const portion = await findPortion(database.read, id, n);
      if (!portion) throw new Error(`a file lacks its portion ${n}`);
      const begins = n * portionBytes;
      yield portion.subarray(Math.max(0, first - begins), Math.min(portion.length, last + 1 - begins));
      await turn();
    }
  },
  erase: (id) => dropPortions(database, id),
});
