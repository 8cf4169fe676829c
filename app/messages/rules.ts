import { destinations, type Way } from "#app/access/transitions.ts";
import { type EnrolmentState, isSeated } from "#app/enrolment/rules.ts";
import { type Locale, locales, type Texts } from "#app/i18n/locales.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";

export const messageStates = ["draft", "scheduled", "sent", "cancelled"] as const;
export type MessageState = (typeof messageStates)[number];

/** Whom a message is for. Whoever has withdrawn is in none of these groups. */
export const audiences = ["all", "seated", "reserve", "absent", "chosen"] as const;
export type Audience = (typeof audiences)[number];

/** `isReady`: it lacks nothing. `isDue`: its time has come. */
type Condition = "isReady" | "isDue";

/** Every change of a message. What is scheduled is stopped, and changed or thrown away after that. */
const messageWays: readonly Way<MessageState, "coordinator" | "system", Condition>[] = [
  { from: "draft", to: "sent", by: "coordinator", when: { isReady: true } },
  { from: "draft", to: "scheduled", by: "coordinator", when: { isReady: true } },
  { from: "draft", to: "cancelled", by: "coordinator", when: {} },
  { from: "scheduled", to: "draft", by: "coordinator", when: {} },
  { from: "scheduled", to: "sent", by: "coordinator", when: { isReady: true } },
  { from: "scheduled", to: "scheduled", by: "coordinator", when: { isReady: true } },
  { from: "scheduled", to: "sent", by: "system", when: { isDue: true, isReady: true } },
  { from: "scheduled", to: "draft", by: "system", when: { isDue: true, isReady: false } },
  // whom it was for has gone between the press of its button and its copies
  { from: "sent", to: "draft", by: "system", when: { isReady: false } },
  { from: "cancelled", to: "draft", by: "coordinator", when: {} },
];

/** Whether a coordinator can bring a message from one state into another. */
export const mayMove = (from: MessageState, to: MessageState, holds: { isReady: boolean }): boolean =>
  destinations(messageWays, { from, by: "coordinator", holds }).includes(to);

/** Whether its words and its readers can still be changed. */
export const isOpen = (state: MessageState) => state === "draft" || state === "scheduled";

/** Somebody who holds or awaits a seat, or has withdrawn, as far as a group is told by it. */
export type Member = { enrolmentId: Id<"enrolment">; state: EnrolmentState };

/** Whom one message means, beside its group: who was absent from its session, and who is ticked in it. */
export type Picks = { absent: ReadonlySet<Id<"enrolment">>; chosen: ReadonlySet<Id<"enrolment">> };

/** Those of a workshop for whom a message is. */
export const audienceOf = <Known extends Member>(
  members: readonly Known[],
  audience: Audience,
  { absent, chosen }: Picks,
): Known[] =>
  members.filter(({ enrolmentId, state }) => {
    if (state === "withdrawn") return false;
    if (audience === "all") return true;
    if (audience === "absent") return absent.has(enrolmentId);
    if (audience === "chosen") return chosen.has(enrolmentId);
    return audience === "seated" ? isSeated(state) : state === "reserve";
  });

/** A message in each of its languages. */
export type MessageTexts = { subject: Texts; body: Texts };

const has = (texts: Texts, locale: Locale) => Boolean(texts[locale]?.trim());

/** The languages in which a message has both its subject and its text. */
export const writtenIn = ({ subject, body }: MessageTexts): Locale[] =>
  locales.filter((locale) => has(subject, locale) && has(body, locale));

/** The field that a language still lacks, where it has the other one; null where none is half written. */
export function halfWritten({ subject, body }: MessageTexts): `${"subject" | "body"}.${Locale}` | null {
  const locale = locales.find((one) => has(subject, one) !== has(body, one));
  if (!locale) return null;
  return has(subject, locale) ? `body.${locale}` : `subject.${locale}`;
}

/** Why a message cannot go as things stand. */
export type Lack = "noText" | "halfText" | Unreachable;
/** Nobody is in its group; or there is no such group, since the session that it names was removed. */
type Unreachable = "noSession" | "noReaders";

type Going = { texts: MessageTexts; audience: Audience; sessionId: Id<"session"> | null };

/** What a message lacks before it can go to so many readers; null where it can. */
export function lackOf({ texts, ...whom }: Going, readers: number): Lack | null {
  if (!writtenIn(texts).length) return "noText";
  if (halfWritten(texts)) return "halfText";
  return unreachable(whom, readers);
}

/** Why a message reaches nobody; null where it reaches somebody. */
export function unreachable({ audience, sessionId }: Omit<Going, "texts">, readers: number): Unreachable | null {
  if (audience === "absent" && sessionId === null) return "noSession";
  return readers === 0 ? "noReaders" : null;
}

/** The language of the text that a reader of `locale` gets; null where there is none at all. */
export const textLocaleFor = (written: readonly Locale[], locale: Locale): Locale | null =>
  [locale, "es" as const, "en" as const, "ja" as const].find((one) => written.includes(one)) ?? null;

export type Coverage = { locale: Locale; readers: number; isWritten: boolean; instead: Locale | null };

/** Of each language: how many read it, and what they get where the text is not written in it. */
export function coverage(readers: readonly { locale: Locale }[], written: readonly Locale[]): Coverage[] {
  return locales.map((locale) => {
    const isWritten = written.includes(locale);
    return {
      locale,
      readers: readers.filter((reader) => reader.locale === locale).length,
      isWritten,
      instead: isWritten ? null : textLocaleFor(written, locale),
    };
  });
}

/** Nobody plans further ahead: by then it would be forgotten. */
const mostDaysAhead = 180;

type TimeRefusal = "unreal" | "past" | "far";

/** Why a message cannot go at a time; null where it can. An hour that daylight saving skips does not exist. */
export function timeRefusal(sendAt: Instant | null, at: Instant): TimeRefusal | null {
  if (sendAt === null) return "unreal";
  if (sendAt <= at) return "past";
  return sendAt > plusDays(at, mostDaysAhead) ? "far" : null;
}

/** What became of a copy. */
export type CopyState = "waiting" | "sent" | "failed" | "noAddress";

/** `waitsIn`: the job, as long as it is kept. What was done is cleared away in the end, what has failed is not. */
type Copy = {
  jobId: Id<"outbox"> | null;
  waitsIn: Id<"outbox"> | null;
  doneAt: Instant | null;
  failedAt: Instant | null;
  lastError: string | null;
};

/** A copy without a job had nobody to go to. A failure for want of an address is told as what it is. */
export function copyState({ jobId, waitsIn, doneAt, failedAt, lastError }: Copy): CopyState {
  if (!jobId) return "noAddress";
  if (doneAt || !waitsIn) return "sent";
  if (!failedAt) return "waiting";
  return lastError && withoutAddress.includes(lastError) ? "noAddress" : "failed";
}

/** What `findRecipient` says of whoever cannot be written to. */
export const withoutAddress = ["NoAddress", "AccountDisabled"];
