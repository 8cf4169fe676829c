import { fold } from "#app/i18n/fold.ts";
import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { type ToldPlan, type ToldSession, toldPlace } from "./plan.ts";

/** Facts of a workshop whose change is told. */
export type ChangedFact = "title" | "dates" | "closing" | "venue" | "mode" | "zone";

/** A session that was added has no `before`; one that was removed has no `now`. */
export type SessionChange = { before: ToldSession; now: ToldSession | null } | { before: null; now: ToldSession };

export type PlanChanges = { facts: ChangedFact[]; sessions: SessionChange[] };

/** In whose language something was told, what is over by now, and whether they take part: only then they join. */
export type Hearing = { locale: Locale; at: Instant; isSeated: boolean };

/**
 * What somebody has to be told who knows one plan, now that another stands.
 * Where and when to be is told down to the minute. A title is told where it says something else than before: a slip of
 * the pen and a translation that was added are not. The last day of enrolment is told where it comes later, and only
 * to whoever knew of one. What lies behind is told to nobody.
 */
export function changesBetween(before: ToldPlan, now: ToldPlan, hearing: Hearing): PlanChanges {
  const { at } = hearing;
  return {
    facts: isOver(before, at) && isOver(now, at) ? [] : facts.filter((fact) => hasChanged[fact](before, now, hearing)),
    sessions: sessionChanges(before, now, hearing),
  };
}

/** A change that somebody has made without telling anybody: the plan before it, and after it. */
export type Withheld = { before: ToldPlan; after: ToldPlan };

/**
 * What somebody counts as knowing who was told of one plan: the changes that followed it and of which nobody is told by
 * themselves. Where anything else has changed, they are told of everything that differs from what they were told.
 */
export const countsAsKnown = (told: ToldPlan, withheld: readonly Withheld[], hearing: Hearing): ToldPlan =>
  withheld.reduce(
    (known, { before, after }) => (isSilent(changesBetween(known, before, hearing)) ? after : known),
    told,
  );

export const isSilent = ({ facts, sessions }: PlanChanges) => facts.length + sessions.length === 0;

const facts = ["title", "dates", "closing", "venue", "mode", "zone"] as const satisfies ChangedFact[];

const hasChanged: Record<ChangedFact, (before: ToldPlan, now: ToldPlan, hearing: Hearing) => boolean> = {
  title: (before, now, { locale }) => isAnotherTitle(before.title, now.title, locale),
  dates: (before, now) => before.startsOn !== now.startsOn || before.endsOn !== now.endsOn,
  closing: ({ closesOn: before }, { closesOn: now, zone }, { at }) =>
    before !== undefined && now !== undefined && before < now && now >= localDate(at, zone),
  venue: (before, now, { locale }) => isAnotherVenue(before.venue, now.venue, locale),
  mode: (before, now) => before.mode !== now.mode,
  zone: (before, now) => before.zone !== now.zone,
};

const isOver = ({ endsOn, zone }: ToldPlan, at: Instant) => endsOn < localDate(at, zone);

function sessionChanges(before: ToldPlan, now: ToldPlan, hearing: Hearing): SessionChange[] {
  const standing = new Map(now.sessions.map((session) => [session.id, session]));
  const known = new Set(before.sessions.map(({ id }) => id));
  const changed: SessionChange[] = [
    ...before.sessions.map((session) => ({ before: session, now: standing.get(session.id) ?? null })),
    ...now.sessions.filter(({ id }) => !known.has(id)).map((session) => ({ before: null, now: session })),
  ];
  return changed
    .filter((change) => isAhead(change, hearing.at) && isOtherwise(change, hearing))
    .toSorted((one, other) => whenOf(one).localeCompare(whenOf(other)));
}

const whenOf = ({ before, now }: SessionChange): Instant => (now ?? (before as ToldSession)).startsAt;

const isAhead = ({ before, now }: SessionChange, at: Instant) =>
  [before, now].some((session) => session !== null && session.endsAt > at);

function isOtherwise({ before, now }: SessionChange, { locale, isSeated }: Hearing): boolean {
  if (!before || !now) return true;
  return (
    before.startsAt !== now.startsAt ||
    before.endsAt !== now.endsAt ||
    before.startsLocal !== now.startsLocal ||
    before.endsLocal !== now.endsLocal ||
    plain(toldPlace(before, locale)) !== plain(toldPlace(now, locale)) ||
    (isSeated && (before.joinUrl ?? "") !== (now.joinUrl ?? "")) ||
    isAnotherTitle(before.title, now.title, locale)
  );
}

/** What was shown in another language, or not at all, was no title that anybody knew. */
function isAnotherTitle(before: Texts, now: Texts, locale: Locale): boolean {
  const [old, current] = [textIn(before, locale), textIn(now, locale)];
  if (!old.text || !current.text || old.lang !== current.lang) return false;
  return !isSlip(plain(old.text), plain(current.text));
}

function isAnotherVenue(before: Texts, now: Texts, locale: Locale): boolean {
  const [old, current] = [textIn(before, locale), textIn(now, locale)];
  if (!old.text || !current.text) return old.text !== current.text;
  return old.lang === current.lang && plain(old.text) !== plain(current.text);
}

/** Without accents, capitals, spaces and signs. */
const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

const mostSlips = 2;
/** One letter in so many may be put right without another meaning. */
const lettersPerSlip = 5;

/** Whether one text is the other with a letter or two put right. Another number is never a slip. */
function isSlip(before: string, now: string): boolean {
  const numbers = (text: string) => text.replace(/[^\p{N}]+/gu, " ");
  if (numbers(before) !== numbers(now)) return false;
  const most = Math.min(mostSlips, Math.floor(Math.min(before.length, now.length) / lettersPerSlip));
  return Math.abs(before.length - now.length) <= most && distance(before, now) <= most;
}

/** How many letters have to be put in, taken out or replaced. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, against] of [...other].entries()) {
      const replaced = (row[column] as number) + (letter === against ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] as number) + 1, (next[column] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
