import type { Settings } from "#app/settings/settings.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Place } from "./commands.ts";
import { databaseStore } from "./database-store.ts";
import { s3Store } from "./s3-store.ts";

/** Where the bytes of files lie. */
export type Store = {
  /** Takes portions as they come. Where they break off, nothing of them is left in sight. */
  write(id: Id<"file">, portions: AsyncIterable<Buffer>): Promise<void>;
  /** The bytes from the first to the last of these, both counted from 0. */
  read(id: Id<"file">, first: number, last: number): AsyncGenerator<Uint8Array>;
  /** Ends all bytes of a file, also where there are none. */
  erase(id: Id<"file">): Promise<void>;
};

/** What says where files lie: a request's context has it, and a job's. */
export type Shelf = { database: Database; settings: Pick<Settings, "files"> };

/** Where new files go. */
export const newPlace = ({ settings }: Shelf): Place => (settings.files ? "s3" : "database");

/**
 * Where a file lies that came earlier: also after FILES_URL was set, what came before stays in the database.
 * @throws where it lies in a store that no setting names any more
 */
export function storeAt({ database, settings }: Shelf, place: Place): Store {
  if (place === "database") return databaseStore(database);
  if (settings.files) return s3Store(settings.files);
  throw new Error("A file lies in an S3 store, and FILES_URL does not name it any more.");
}
