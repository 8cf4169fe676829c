/** A moment as UTC text of fixed width, `2026-11-23T15:00:00.000Z`: sorts as text, equal on both databases. */
export type Instant = `${number}-${number}-${number}T${string}Z`;

export const instantOf = (date: Date) => date.toISOString() as Instant;

export const now = () => instantOf(new Date());

const plus = (at: Instant, milliseconds: number) => instantOf(new Date(Date.parse(at) + milliseconds));

export const plusSeconds = (at: Instant, seconds: number) => plus(at, seconds * 1000);
export const plusMinutes = (at: Instant, minutes: number) => plus(at, minutes * 60_000);
export const plusDays = (at: Instant, days: number) => plus(at, days * 86_400_000);
export const minutesBetween = (from: Instant, to: Instant) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

/** How far the clocks of two machines may be apart without anybody noticing. */
const slackMinutes = 5;

/**
 * The last instant at which something that lasts so long can end if it has begun by now.
 * What claims to end later was dated by a clock that was wrong for a moment, and counts as over.
 */
export const latestEnd = (at: Instant, minutes: number) => plusMinutes(at, minutes + slackMinutes);

/** The minute that an instant is in, `2026-11-23T09:00`. */
export const minuteOf = (at: Instant): string => at.slice(0, "2026-11-23T09:00".length);
