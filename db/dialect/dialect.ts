import type { Dialect as KyselyDialect } from "kysely";

export interface DatabaseFile {
  /**
   * Writes a consistent copy of a database in use to a new file, and checks it.
   * @throws where the copy is not sound
   */
  backup(url: string, copy: string): Promise<void>;
  /** Whether anybody has the database open. */
  isInUse(url: string): boolean;
}

/** Everything the two databases do differently. Nothing outside this folder may ask which one is running. */
export interface Dialect {
  /** `write` runs transactions; `read` serves pages and may be the same pool. */
  open(url: string): { read: KyselyDialect; write: KyselyDialect };
  /** Ends of `create table`, and the name of the type for bytes. */
  ddl: { strict: string; bytes: string };
  /** What can be done with the file of a database; null where a server keeps the data, and brings tools of its own. */
  file: DatabaseFile | null;
  /** The database cannot be reached, has no room, or is held by somebody else: nothing of ours has failed, and it may pass. */
  isUnavailable(error: unknown): boolean;
  /** A transaction lost against another and may be tried again as a whole. */
  isConflict(error: unknown): boolean;
}
