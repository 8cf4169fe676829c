import { type ExpressionBuilder, sql } from "kysely";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { type AuditAction, type AuditSubject, ofSignIn, subjects } from "./actions.ts";
import { auditHash } from "./hash.ts";

/** Where the record stands. */
export type Position = {
  /** Grows by one with each committed entry about more than a sign-in, whether it is sealed yet or not. */
  change: number;
  /** The number of the last entry in the chain. */
  sealedSeq: number;
};

/** In one statement: whoever seals between two would count an entry twice, or not at all. */
export const findPosition = (db: Reader): Promise<Position> =>
  db
    .selectFrom("auditHead")
    .select((eb) => [eb("shownCount", "+", countShown(eb)).as("change"), "seq as sealedSeq"])
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();

/** The 1 stands in the text: by a parameter SQLite would not know that the index of these alone has all of them. */
const countShown = ({ selectFrom, fn }: ExpressionBuilder<Schema, "auditHead">) =>
  selectFrom("auditPending").select(fn.countAll<number>().as("count")).where("isShown", "=", sql<boolean>`1`);

/** While this stays the same, nothing has changed but who has signed in. */
export async function findLastChange(db: Reader): Promise<number> {
  return (await findPosition(db)).change;
}

/**
 * What the entries after a place in the chain are about, and all those that wait for theirs, in no order: what was
 * committed after a `Position` was read is among them. One more than `most` says that there are more.
 */
export const listEntriesAfter = (
  db: Reader,
  sealedSeq: number,
  most: number,
): Promise<{ action: string; subjectKind: string; subjectId: string }[]> =>
  // by `seq` alone: with a kind in the condition, databases go through all entries of that kind
  db
    .selectFrom("audit")
    .select(["action", "subjectKind", "subjectId"])
    .where("seq", ">", sealedSeq)
    .unionAll(db.selectFrom("auditPending").select(["action", "subjectKind", "subjectId"]))
    .limit(most + 1)
    .execute();

/** What sealed entries after a place in the chain are about, the first so many of them, in their order. */
export const listSealedAfter = (db: Reader, sealedSeq: number, most: number) =>
  db
    .selectFrom("audit")
    .select(["seq", "action", "subjectKind", "subjectId"])
    .where("seq", ">", sealedSeq)
    .orderBy("seq")
    .limit(most)
    .execute();

export const isAnythingPending = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom("auditPending").select("id").limit(1).executeTakeFirst()) !== undefined;

/** Since when the entry waits that waits longest; null where none does. */
export const findPendingSince = async (db: Reader): Promise<Instant | null> =>
  (await db.selectFrom("auditPending").select("at").orderBy("id").limit(1).executeTakeFirst())?.at ?? null;

/**
 * What waits for its place in the chain. An id is made when its change is recorded, which is while the change holds its
 * rows. The time of the entry is older: that of a change that had to wait comes before what it waited for.
 * Ids are made by each host's own clock: of two changes on two hosts, less apart than their clocks are, either may come
 * first in the chain, although one has waited for the other.
 */
export const listPending = (db: Reader, most: number) =>
  db.selectFrom("auditPending").selectAll().orderBy("id").limit(most).execute();

/** Of an entry, sealed or not: the columns have the same names in both tables. */
export const isAbout = (kind: AuditSubject, id: Id) =>
  sql<boolean>`(${sql.ref("subjectKind")} = ${kind} and ${sql.ref("subjectId")} = ${id})`;

/** Some things that may be done to a record, and which record. */
export type Deed = { actions: [AuditAction, ...AuditAction[]]; subjectId: Id<AuditSubject> };

/**
 * Who with an account last did this, and when. What waits for its place comes after what has one, and is asked for
 * first: it may be sealed meanwhile, but not the reverse.
 */
export async function findLastEntry(
  db: Reader,
  { actions, subjectId }: Deed,
): Promise<{ at: Instant; accountId: Id<"account"> } | null> {
  const isDeed = (eb: ExpressionBuilder<Schema, "audit">) =>
    eb.and([isAbout(subjects[actions[0]], subjectId), eb("action", "in", actions), eb("accountId", "is not", null)]);
  const pending = db
    .selectFrom("auditPending")
    .where((eb) => isDeed(eb as never))
    .select(["at", "accountId"])
    .orderBy("id", "desc")
    .limit(1);
  const sealed = db.selectFrom("audit").where(isDeed).select(["at", "accountId"]).orderBy("seq", "desc").limit(1);
  const last = (await pending.executeTakeFirst()) ?? (await sealed.executeTakeFirst());
  return last?.accountId ? { at: last.at, accountId: asId<"account">(last.accountId) } : null;
}

/** When something was done to a record, and what is known of it, in the order of time: what waits comes last. */
export async function listEntriesAbout(db: Reader, { actions, subjectId }: Deed) {
  const isDeed = (eb: ExpressionBuilder<Schema, "audit">) =>
    eb.and([isAbout(subjects[actions[0]], subjectId), eb("action", "in", actions)]);
  const columns = ["at", "details"] as const;
  // what waits may be sealed meanwhile: asked for first, it is found twice rather than never
  const pending = await db
    .selectFrom("auditPending")
    .where((eb) => isDeed(eb as never))
    .select(columns)
    .orderBy("id")
    .execute();
  const sealed = await db.selectFrom("audit").where(isDeed).select(columns).orderBy("seq").execute();
  return [...sealed, ...pending].map(({ at, details }) => ({
    at,
    details: JSON.parse(details) as Record<string, unknown>,
  }));
}

/**
 * The last changes of several records together, the latest first; what waits for its place in the chain comes before
 * what has one.
 */
export async function listLastChanges(db: Reader, about: { kind: AuditSubject; id: Id }[], most: number) {
  const isAboutAny = sql<boolean>`(${sql.join(
    about.map(({ kind, id }) => isAbout(kind, id)),
    sql` or `,
  )})`;
  const columns = ["at", "accountId", "action", "details", "subjectId"] as const;
  const pending = db
    .selectFrom("auditPending")
    .select(columns)
    .where(isAboutAny)
    .where("action", "not in", ofSignIn)
    .orderBy("id", "desc")
    .limit(most);
  const sealed = db
    .selectFrom("audit")
    .select(columns)
    .where(isAboutAny)
    .where("action", "not in", ofSignIn)
    .orderBy("seq", "desc")
    .limit(most);
  const found = [...(await pending.execute()), ...(await sealed.execute())].slice(0, most);
  return found.map(({ details, ...entry }) => ({ ...entry, details: JSON.parse(details) as Record<string, unknown> }));
}

/** Entries at once: a chain of five million is walked with the memory of these. */
export const chainPage = 1_000;

/**
 * The number of the first entry that does not follow from the one before; null where the whole chain holds.
 * Entries that wait for their place are no fault.
 */
export async function findChainFault(db: Reader): Promise<number | null> {
  let previous = { seq: 0, hash: "" };
  let page = await listEntries(db, null);
  while (page.length > 0) {
    for (const row of page) {
      if (row.seq !== previous.seq + 1 || row.previousHash !== previous.hash || row.hash !== auditHash(row))
        return row.seq;
      previous = row;
    }
    page = await listEntries(db, previous.seq);
  }
  const head = await db.selectFrom("auditHead").select(["seq", "hash"]).where("id", "=", 1).executeTakeFirstOrThrow();
  return head.seq === previous.seq && head.hash === previous.hash ? null : head.seq;
}

const listEntries = (db: Reader, after: number | null) =>
  db
    .selectFrom("audit")
    .selectAll()
    .$if(after !== null, (query) => query.where("seq", ">", after))
    .orderBy("seq")
    .limit(chainPage)
    .execute();
