import type { Dialect as KyselyDialect } from "kysely";

/** Everything the two databases do differently. Nothing outside this folder may ask which one is running. */
export interface Dialect {
  /** `write` runs transactions; `read` serves pages and may be the same pool. */
  open(url: string): { read: KyselyDialect; write: KyselyDialect };
  /** Ends of `create table`, and the name of the type for bytes. */
  ddl: { strict: string; bytes: string };
  /** A unique constraint refused a row. */
  isDuplicate(error: unknown): boolean;
  /** A transaction lost against another and may be tried again as a whole. */
  isConflict(error: unknown): boolean;
}
