import type { Instant } from "#app/time/instant.ts";

type Attended = { startsAt: Instant; endsAt: Instant; people: number };

/** Hours that people spent in sessions, in hundredths: of whole minutes, so that nothing is rounded twice. */
export function personHoursOf(sessions: readonly Attended[]): number {
  const minutes = sessions.reduce(
    (sum, { startsAt, endsAt, people }) =>
      sum + people * Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
    0,
  );
  return Math.round((minutes * 100) / 60);
}

/** Of fewer people a share would say who they are. */
const fewest = 5;

type BySex = { sex: "female" | "male" | "other" | null; people: number };

/** The share of women among those whose sex is known, in hundredths of a percent's hundred: 5000 is a half. */
export function womenShareOf(rows: readonly BySex[]): number | null {
  const known = rows.filter(({ sex }) => sex !== null);
  const all = known.reduce((sum, { people }) => sum + people, 0);
  if (all < fewest) return null;
  const women = known.filter(({ sex }) => sex === "female").reduce((sum, { people }) => sum + people, 0);
  return Math.round((women * 10_000) / all);
}
