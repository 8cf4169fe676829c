import { type AuditAction, subjects } from "#app/audit/actions.ts";
import { auditHash } from "#app/audit/hash.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

/** What has happened: entries of the audit, and letters that were sent. */
export type History = { auditEntries: number; letters: number };

const years = 5;
/** Both databases limit the values of one statement. */
const rowsInStatement = 200;
const rowsInTransaction = 20_000;

/** What entries and letters are about, of each kind some; they are taken in turn. */
type Subjects = { account: Id<"account">[]; enrolment: Id<"enrolment">[]; session: Id<"session">[] };

/** In so many entries each of these happens: people sign in, enrol, and are marked. */
const usual = [
  "session.opened",
  "enrolment.confirmed",
  "session.opened",
  "enrolment.confirmed",
  "session.closed",
  "enrolment.reserve",
  "session.opened",
  "enrolment.confirmed",
  "session.opened",
  "attendance.recorded",
] as const satisfies AuditAction[];

/**
 * Gives a seeded database its past: a true chain of audit entries, evenly over five years, and letters of that time.
 * The chain may not have begun. It is stored some entries at a time: what is stopped leaves a part, which holds.
 */
export async function addHistory(database: Database, at: Instant, { auditEntries, letters }: History): Promise<void> {
  const about = await listSubjects(database);
  let head: Head = { seq: 0, hash: "" };
  for (const [from, to] of portions(auditEntries, rowsInTransaction)) {
    const moments = momentsOf(at, auditEntries);
    head = await database.transact((trx) => addEntries(trx, { from, to, head, about, moments }));
  }
  for (const [from, to] of portions(letters, rowsInTransaction))
    await database.transact((trx) => addLetters(trx, { from, to, moments: momentsOf(at, letters) }));
}

type Head = { seq: number; hash: string };
type Moments = (index: number) => Instant;
type Portion = { from: number; to: number; moments: Moments };

/** The instant of the n-th of so many things. */
function momentsOf(at: Instant, count: number): Moments {
  const minutesEach = (years * 365 * 24 * 60) / count;
  return (index) => plusMinutes(at, -Math.ceil((count - index) * minutesEach));
}

const portions = (count: number, size: number): [from: number, to: number][] =>
  Array.from({ length: Math.ceil(count / size) }, (_, index) => [index * size, Math.min(count, (index + 1) * size)]);

async function listSubjects({ read }: Database): Promise<Subjects> {
  const most = 100_000;
  const [account, enrolment, session] = [
    await read.selectFrom("account").select("id").limit(most).execute(),
    await read.selectFrom("enrolment").select("id").limit(most).execute(),
    await read.selectFrom("session").select("id").limit(most).execute(),
  ];
  return {
    account: account.map(({ id }) => id),
    enrolment: enrolment.map(({ id }) => id),
    session: session.map(({ id }) => id),
  };
}

/** @returns the last of them */
async function addEntries(
  trx: Writer,
  { from, to, head, about, moments }: Portion & { head: Head; about: Subjects },
): Promise<Head> {
  let last = head;
  const entries = Array.from({ length: to - from }, (_, place) => {
    const index = from + place;
    const entry = entryOf(index, about, moments(index), last);
    last = entry;
    return entry;
  });
  for (const [first, end] of portions(entries.length, rowsInStatement))
    await trx.insertInto("audit").values(entries.slice(first, end)).execute();
  await trx
    .updateTable("auditHead")
    .set({ seq: last.seq, hash: last.hash, shownCount: last.seq })
    .where("id", "=", 1)
    .execute();
  return last;
}

function entryOf(index: number, about: Subjects, at: Instant, previous: Head) {
  const action = nth(usual, index);
  const subjectKind = subjects[action];
  const entry = {
    seq: previous.seq + 1,
    at,
    accountId: nth(about.account, index),
    action,
    subjectKind,
    subjectId: nth<string>(about[subjectKind], index),
    details: action === "attendance.recorded" ? '{"marks":40,"corrections":0}' : "{}",
    previousHash: previous.hash,
  };
  return { ...entry, hash: auditHash(entry) };
}

/** Each was asked for by a job that is done, and sent a minute after it was composed. */
async function addLetters(trx: Writer, { from, to, moments }: Portion): Promise<void> {
  const enrolments = await trx
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select(["enrolment.id as enrolmentId", "enrolment.workshopId", "enrolment.personId", "person.locale"])
    .orderBy("enrolment.id")
    .offset(from % 100_000)
    .limit(to - from)
    .execute();
  const letters = Array.from({ length: to - from }, (_, place) =>
    letterOf(nth(enrolments, place), moments(from + place)),
  );
  for (const [first, end] of portions(letters.length, rowsInStatement)) {
    const some = letters.slice(first, end);
    await trx
      .insertInto("outbox")
      .values(some.map(({ job }) => job))
      .execute();
    await trx
      .insertInto("mail")
      .values(some.map(({ mail }) => mail))
      .execute();
  }
}

type About = {
  enrolmentId: Id<"enrolment">;
  workshopId: Id<"workshop">;
  personId: Id<"person">;
  locale: "es" | "ja" | "en";
};

function letterOf({ enrolmentId, workshopId, personId, locale }: About, composedAt: Instant) {
  const sentAt = plusMinutes(composedAt, 1);
  const own = { id: newId<"outbox">(), workshopId, personId };
  const job = {
    event: "enrolment.confirmed",
    reaction: "letter",
    payload: JSON.stringify({ enrolmentId }),
    createdAt: composedAt,
    dueAt: composedAt,
    attempts: 1,
    doneAt: sentAt,
  };
  const mail = {
    kind: "enrolment.confirmed",
    locale,
    toAddress: `${personId}@example.org`,
    subject: "Su lugar está confirmado",
    bodyText: "Su lugar en el taller está confirmado. Lo esperamos en la sede.",
    bodyHtml: "<p>Su lugar en el taller está confirmado. Lo esperamos en la sede.</p>",
    composedAt,
    sentAt,
  };
  return { job: { ...own, ...job }, mail: { ...own, ...mail } };
}

function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("The seed has no rows for a history to be about.");
  return item;
}
