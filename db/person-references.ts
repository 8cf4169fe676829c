import type { Writer } from "./database.ts";
import type { Id } from "./id.ts";

type Move = { from: Id<"person">; to: Id<"person">; only?: string[] };
type Moving = (trx: Writer, move: Move) => Promise<{ id: string }[]>;

/**
 * What belongs to a person and goes with them when two who are one are merged: once for all rooms, as holding is. A
 * table that refers to people stands here or in `otherReferences`; a test finds one that does not.
 */
const moving = {
  account: (trx, { from, to, only }) =>
    trx
      .updateTable("account")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  calendarFeed: (trx, { from, to, only }) =>
    trx
      .updateTable("calendarFeed")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  certificate: (trx, { from, to, only }) =>
    trx
      .updateTable("certificate")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  enrolment: (trx, { from, to, only }) =>
    trx
      .updateTable("enrolment")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  faculty: (trx, { from, to, only }) =>
    trx
      .updateTable("faculty")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  mail: (trx, { from, to, only }) =>
    trx
      .updateTable("mail")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  nomination: (trx, { from, to, only }) =>
    trx
      .updateTable("nomination")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  outbox: (trx, { from, to, only }) =>
    trx
      .updateTable("outbox")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
  personMerge: (trx, { from, to, only }) =>
    trx
      .updateTable("personMerge")
      .set({ personId: to })
      .where("personId", "=", from)
      .$if(only !== undefined, (query) => query.where("id", "in", only as never))
      .returning("id")
      .execute(),
} satisfies Record<string, Moving>;

/** Tables that refer to people, and what becomes of their rows in a merge: the merging command does it. */
export const otherReferences = {
  addressWord: "written anew",
  personDistinct: "kept aside",
  personKey: "written anew",
  personWord: "written anew",
  programmePerson: "joined with the other's, and kept aside",
} as const;

export type MovedRows = Record<keyof typeof moving, string[]>;
export const movedTables = Object.keys(moving) as (keyof typeof moving)[];

/** Gives somebody all that was another's. @returns the ids of what has moved, by table */
export async function moveReferences(trx: Writer, from: Id<"person">, to: Id<"person">): Promise<MovedRows> {
  const moved: Partial<MovedRows> = {};
  for (const table of movedTables) moved[table] = (await moving[table](trx, { from, to })).map(({ id }) => id);
  return moved as MovedRows;
}

/** Gives back what has moved, as far as it is still there. @returns the ids of what was given back */
export async function moveBack(
  trx: Writer,
  { from, to, rows }: { from: Id<"person">; to: Id<"person">; rows: MovedRows },
): Promise<MovedRows> {
  const moved: Partial<MovedRows> = {};
  for (const table of movedTables) {
    const only = rows[table] ?? [];
    moved[table] = only.length ? (await moving[table](trx, { from, to, only })).map(({ id }) => id) : [];
  }
  return moved as MovedRows;
}
