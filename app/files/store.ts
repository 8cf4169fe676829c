import type { Settings } from "#app/settings/settings.ts";
import type { Database } from "#db/database.ts";
import type { FilePlace } from "./commands.ts";
import { databaseStore } from "./database-store.ts";
import { s3Store } from "./s3-store.ts";
import type { Store } from "./store-type.ts";

/** What says where files lie: a request's context has it, and a job's. */
export type Shelf = { database: Database; settings: Pick<Settings, "files"> };

/** Where new files go. */
export const newPlace = ({ settings }: Shelf): FilePlace => (settings.files ? "s3" : "database");

/**
 * Where a file lies that came earlier: also after FILES_URL was set, what came before stays in the database.
 * @throws where it lies in a store that no setting names any more
 */
export function storeAt({ database, settings }: Shelf, place: FilePlace): Store {
  if (place === "database") return databaseStore(database);
  if (settings.files) return s3Store(settings.files);
  throw new Error("A file lies in an S3 store, and FILES_URL does not name it any more.");
}
