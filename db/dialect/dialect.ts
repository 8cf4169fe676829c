import type {
  Kysely,
  Dialect as KyselyDialect,
  QueryExecutorProvider,
  RawBuilder,
  SelectQueryBuilder,
  Transaction,
} from "kysely";
import type { Instant } from "#app/time/instant.ts";

/** How a database is copied, for tests: otherwise as a whole. */
export type Copying = {
  pagesAtOnce?: number;
  /** Told before each step. */
  onStep?: () => void;
};

interface DatabaseFile {
  /** Writes a consistent copy of a database in use to a new file. Nobody who reads or writes waits for it. */
  copy(url: string, copy: string, copying?: Copying): Promise<void>;
  /** @throws where a file is damaged, or has rows that refer to nothing */
  check(file: string): void;
  /** Whether anybody has the database open. */
  isInUse(url: string): boolean;
}

/** A step of a migration: SQL that both databases understand; where that is not enough, work in its transaction. */
export type Step = string | ((trx: QueryExecutorProvider) => Promise<unknown>);

/** What a migration has to say differently on the two databases. */
export interface Ddl {
  /** Ends `create table`. */
  strict: string;
  /** Ends `create table` where rows are kept in the order of their primary key. */
  byKey: string;
  /** The type for bytes. */
  bytes: string;
  /** After the type of a text whose order is that of its characters' numbers, on both. */
  bytewise: string;
  /**
   * Lets a column hold these texts only, instead of those that its own `check (column in (…))` names.
   * @throws where there is no such check, or a row holds something else
   */
  allowOnly(table: string, column: string, texts: readonly string[]): Step;
  /**
   * Lets a column hold ids of rows that are gone.
   * @throws where it refers to nothing
   */
  dropReference(table: string, column: string): Step;
  /**
   * Lets a text be missing.
   * @throws where it may be already
   */
  allowNull(table: string, column: string): Step;
  /**
   * Lets several rows have the same values in these columns.
   * @throws where they may already
   */
  dropUnique(table: string, columns: readonly string[]): Step;
}

/** What one run of migrations has done: the names of those that were missing, in their order. */
export type Migrated = { applied: string[] };

/** For whom a database is opened: people wait for pages, nobody for jobs. */
export type Use = "pages" | "jobs";

type SkipTaken = <Schema, Table extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, Table, Row>,
) => SelectQueryBuilder<Schema, Table, Row>;

/** Everything the two databases do differently. Nothing outside this folder may ask which one is running. */
export interface Dialect {
  /** `write` runs transactions, `read` serves pages: neither takes the other's connections. */
  open(url: string, use: Use): { read: KyselyDialect; write: KyselyDialect };
  ddl: Ddl;
  /** What the time is where the data are: one clock for every process, as an `Instant`. */
  now: RawBuilder<Instant>;
  /**
   * In a transaction: has a query take the rows that it finds, until the end, and pass over those that others have.
   * Where one transaction writes at a time, nobody else has taken any.
   */
  skipTaken: SkipTaken;
  /** A number that two transactions never have at the same time, for counting in rows that nobody else counts in. */
  lane: RawBuilder<number>;
  /**
   * Runs `work` as one transaction in which tables may be rebuilt. Another process that wants the same waits.
   * @throws where rows would be left that refer to nothing; nothing has changed then
   */
  migrate<Schema>(write: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<Migrated>): Promise<Migrated>;
  /** What can be done with the file of a database; null where a server keeps the data, and brings tools of its own. */
  file: DatabaseFile | null;
  /**
   * The database cannot be reached, has no room, or is locked by somebody else. It is not our fault, and it may pass.
   */
  isUnavailable(error: unknown): boolean;
  /**
   * A transaction lost against another and may be tried again as a whole: also where a row to which it refers has been
   * removed meanwhile, such as a person who was merged. Then it finds that out by itself.
   */
  isConflict(error: unknown): boolean;
}
