import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { dropSessionRows } from "#app/timetable/commands.ts";
import { listVisitRows, type VisitRow } from "#app/timetable/kept/kept.queries.ts";
import { usualPlace } from "#app/timetable/place.ts";
import { findSpan, type Session } from "#app/timetable/queries.ts";
import { nextNumber, repeatedHoursOf, type Span, type WallTimes } from "#app/timetable/rules.ts";
import { noteSessions } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { changedParts, type SessionFacts } from "./facts.rules.ts";
import { type Misfit, placePlan } from "./misfits.rules.ts";

/** A session that is to be: as a copy it has whatever else is known of its original. */
export type NewSession = SessionFacts & {
  id: Id<"session">;
  number?: number | null;
  copyOf?: Session;
  /** What to know of its visit, where its original is gone. */
  visit?: readonly VisitRow[];
};

export type PlanEdits = {
  added?: readonly NewSession[];
  changed?: readonly { session: Session; facts: SessionFacts }[];
  removed?: readonly Session[];
};

/** How many marks each of these sessions has. The attendance room knows: it comes after this one. */
type CountMarks = (trx: Writer, ids: Id<"session">[]) => Promise<ReadonlyMap<Id<"session">, number>>;

export type PlanOutcome =
  | { status: "saved"; sessions: Session[] }
  | { status: "refused"; because: "over" }
  | { status: "refused"; because: "misfits"; misfits: Misfit[] };

/** A workshop that is held, and all its sessions. */
export type Planning = { workshop: HeldWorkshop; sessions: readonly Session[]; countMarks: CountMarks };

/**
 * Adds, changes and removes sessions in one act: all of it, or nothing. What counts is the plan that comes out of it:
 * two sessions may change their places. `sessions` are all that the workshop has. It is held.
 */
export async function writePlan(
  trx: Writer,
  { workshop, sessions, countMarks }: Planning,
  { added = [], changed = [], removed = [] }: PlanEdits,
  by: By,
): Promise<PlanOutcome> {
  if (!mayNow("planSessions", workshop, by.at)) return { status: "refused", because: "over" };
  for (const { id } of removed.toSorted((a, b) => a.id.localeCompare(b.id))) await hold(trx, "session", id);
  const other = changed.filter(({ session, facts }) => changedParts(session, facts).length > 0);
  const touched = [...other.map(({ session }) => session), ...removed];
  const marks = await countMarks(
    trx,
    touched.map(({ id }) => id),
  );
  const gone = new Set(removed.map(({ id }) => id));
  const factsOf = new Map(other.map(({ session, facts }) => [session.id, facts]));
  const next = [
    ...sessions.filter(({ id }) => !gone.has(id)).map((session) => ({ ...session, ...factsOf.get(session.id) })),
    ...added.map((one) => ({ ...spotOf(one.copyOf), ...one })),
  ];
  const { spans, misfits } = placePlan({
    next,
    days: workshop,
    touched: new Set([...other.filter(isMoved).map(({ session }) => session.id), ...added.map(({ id }) => id)]),
    marked: new Map(touched.filter(({ id }) => marks.has(id)).map((session) => [session.id, session])),
  });
  const kept = removed.filter(({ id }) => marks.has(id)).map(({ id }): Misfit => ({ id, because: "hasMarks" }));
  if (misfits.length + kept.length > 0)
    return { status: "refused", because: "misfits", misfits: [...kept, ...misfits] };
  for (const session of removed) await dropSessionRows(trx, session, by);
  for (const { session, facts } of other)
    await changeRow(trx, { session, facts, span: spans.get(session.id) ?? session }, by);
  const fresh = await addRows(trx, workshop.id, { added, spans, others: sessions }, by);
  if (other.length + added.length + removed.length > 0)
    await noteSessions(trx, await findSpan(trx, workshop.id), by.at);
  // as they are stored now: reading them again would cost as much as the rest
  const standing = sessions
    .filter(({ id }) => !gone.has(id))
    .map((session) => ({
      ...session,
      ...factsOf.get(session.id),
      ...(factsOf.has(session.id) && spanned(factsOf.get(session.id) ?? session, spans.get(session.id) ?? session)),
    }));
  return { status: "saved", sessions: [...standing, ...fresh] };
}

/** Only then it can stand in another's way. */
const isMoved = ({ session, facts }: { session: Session; facts: SessionFacts }) =>
  changedParts(session, facts).some((part) => part === "when" || part === "room");

type Changing = { session: Session; facts: SessionFacts; span: Span };

async function changeRow(trx: Writer, { session, facts, span }: Changing, { accountId, at }: By): Promise<void> {
  const { title, startsLocal, endsLocal, zone, kind, room, isCounted } = facts;
  await trx
    .updateTable("session")
    .set({ startsLocal, endsLocal, zone, kind, room, isCounted, ...spanned(facts, span) })
    .where("id", "=", session.id)
    .execute();
  if (locales.some((locale) => changedParts(session, facts).includes(locale))) {
    await trx.deleteFrom("sessionText").where("sessionId", "=", session.id).execute();
    await trx.insertInto("sessionText").values(textRows(session.id, title)).execute();
  }
  await audit(trx, at, { accountId, action: "session.changed", subjectId: session.id });
}

type Adding = { added: readonly NewSession[]; spans: ReadonlyMap<string, Span>; others: readonly Session[] };

/** Numbers go on from the highest, in the order of time. One that comes back has its own again, if nobody else has. */
async function addRows(
  trx: Writer,
  workshopId: Id<"workshop">,
  { added, spans, others }: Adding,
  { accountId, at }: By,
): Promise<Session[]> {
  if (added.length === 0) return [];
  const taken = new Set(others.map(({ number }) => number));
  let next = nextNumber(others);
  const inOrder = added.toSorted((a, b) => startOf(a.id, spans).localeCompare(startOf(b.id, spans)));
  const rows = inOrder.map(({ id, number, copyOf, startsLocal, endsLocal, zone, kind, room, isCounted }) => {
    const own = number && !taken.has(number) ? number : next++;
    taken.add(own);
    const facts = { startsLocal, endsLocal, zone, kind, room, isCounted };
    return { ...ownFacts(copyOf), ...facts, ...spanned(facts, spans.get(id) as Span), id, workshopId, number: own };
  });
  for (const row of rows) await trx.insertInto("session").values(row).execute();
  await trx
    .insertInto("sessionText")
    .values(inOrder.flatMap(({ id, title }) => textRows(id, title)))
    .execute();
  await trx
    .deleteFrom("removedSession")
    .where(
      "id",
      "in",
      rows.map(({ id }) => id as string as Id<"removedSession">),
    )
    .execute();
  await copyVisits(trx, added);
  for (const { id } of rows) await audit(trx, at, { accountId, action: "session.planned", subjectId: id });
  return rows.map((row, index) => {
    const { title = {}, copyOf } = inOrder[index] ?? {};
    return { ...row, title, place: copyOf?.place ?? usualPlace };
  });
}

/** When a session is held: instants, and which hours they are in where clocks show one twice. */
const spanned = (facts: WallTimes, { startsAt, endsAt }: Span) => ({
  ...{ startsAt, endsAt },
  ...repeatedHoursOf(facts, { startsAt, endsAt }),
});

const spotOf = (original?: Session) => ({ venueId: original?.venueId ?? null, roomId: original?.roomId ?? null });

/** What a copy has of its original beside its times, and a new session begins with. */
const ownFacts = (original?: Session) => ({
  ...spotOf(original),
  moduleId: original?.moduleId ?? null,
  language: original?.language ?? null,
  mode: original?.mode ?? null,
  interpretation: original?.interpretation ?? ("none" as const),
  joinUrl: original?.joinUrl ?? "",
});

/** What a visit needs goes along. */
async function copyVisits(trx: Writer, added: readonly NewSession[]): Promise<void> {
  for (const { id, copyOf, visit } of added) {
    if (!copyOf) continue;
    const known = visit ?? (await listVisitRows(trx, [copyOf.id]));
    const rows = known.map((row) => ({ ...row, sessionId: id }));
    if (rows.length) await trx.insertInto("sessionVisit").values(rows).execute();
  }
}

const startOf = (id: string, spans: ReadonlyMap<string, Span>) => spans.get(id)?.startsAt ?? "";

const textRows = (sessionId: Id<"session">, title: SessionFacts["title"]) =>
  locales.map((locale) => ({ sessionId, locale, title: title[locale] ?? "" }));
