import type { UpdateResult } from "kysely";
import type { Writer } from "./database.ts";
import type { Id } from "./id.ts";

/**
 * Statements that hold rows: whoever else wants to decide about them waits until this transaction ends, so that what is
 * read from now on stays true. Hold a row first, then read what the decision rests on.
 *
 * Each writes a column back as it is. PostgreSQL locks what is written, and a statement that had to wait sees what the
 * other has left. SQLite has locked everything at the transaction's beginning, and knows no `for update`.
 * Any column would do but the id: writing that, a database looks for rows that refer to it.
 *
 * For a caller that names its row in another way than by id, or reads it at once.
 */
export const holding = {
  workshop: (trx: Writer) => trx.updateTable("workshop").set(({ ref }) => ({ lastTicket: ref("lastTicket") })),
  session: (trx: Writer) => trx.updateTable("session").set(({ ref }) => ({ isCounted: ref("isCounted") })),
  institution: (trx: Writer) => trx.updateTable("institution").set(({ ref }) => ({ code: ref("code") })),
  programme: (trx: Writer) => trx.updateTable("programme").set(({ ref }) => ({ code: ref("code") })),
  message: (trx: Writer) => trx.updateTable("message").set(({ ref }) => ({ audience: ref("audience") })),
  room: (trx: Writer) => trx.updateTable("room").set(({ ref }) => ({ position: ref("position") })),
  venue: (trx: Writer) => trx.updateTable("venue").set(({ ref }) => ({ country: ref("country") })),
  person: (trx: Writer) => trx.updateTable("person").set(({ ref }) => ({ country: ref("country") })),
  faculty: (trx: Writer) => trx.updateTable("faculty").set(({ ref }) => ({ note: ref("note") })),
};

type Held = { executeTakeFirstOrThrow(): Promise<UpdateResult> };

const byId: { [Table in keyof typeof holding]: (trx: Writer, id: Id<Table>) => Held } = {
  workshop: (trx, id) => holding.workshop(trx).where("id", "=", id),
  session: (trx, id) => holding.session(trx).where("id", "=", id),
  institution: (trx, id) => holding.institution(trx).where("id", "=", id),
  programme: (trx, id) => holding.programme(trx).where("id", "=", id),
  message: (trx, id) => holding.message(trx).where("id", "=", id),
  room: (trx, id) => holding.room(trx).where("id", "=", id),
  venue: (trx, id) => holding.venue(trx).where("id", "=", id),
  person: (trx, id) => holding.person(trx).where("id", "=", id),
  faculty: (trx, id) => holding.faculty(trx).where("id", "=", id),
};

/**
 * Holds rows by their ids until the transaction ends. Several are held one after another in the order of their ids:
 * in one order for everybody, two transactions never wait for each other.
 * @returns whether all of them are still there
 */
export async function hold<Table extends keyof typeof holding>(
  trx: Writer,
  table: Table,
  ...ids: Id<Table>[]
): Promise<boolean> {
  let held = 0n;
  for (const id of ids.toSorted()) held += (await byId[table](trx, id).executeTakeFirstOrThrow()).numUpdatedRows;
  return held === BigInt(ids.length);
}
