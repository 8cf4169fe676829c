import { type Instant, plusDays } from "#app/time/instant.ts";

/** As a passport states it. */
export const sexes = ["female", "male", "other"] as const;
export type Sex = (typeof sexes)[number];

/**
 * Levels of posts that both countries' services have, from the head of a whole service downwards: reports count by
 * them. `technical` stands beside, for specialists without a place in that order.
 */
export const postLevels = [
  "directorGeneral",
  "director",
  "deputyDirector",
  "head",
  "officer",
  "technical",
  "other",
] as const;

/**
 * Somebody is reminded again where the last time was `before` or earlier. What lies past `after` was noted by a clock
 * that went wrong.
 */
export const reminding = (at: Instant) => ({ before: plusDays(at, -1), after: plusDays(at, 1) });

/** Whether somebody may be reminded now of the name that they have not confirmed: once a day at most. */
export function mayRemind(remindedAt: Instant | null, at: Instant): boolean {
  const { before, after } = reminding(at);
  return remindedAt === null || remindedAt <= before || remindedAt > after;
}

/** What is known of somebody beside the name that they confirm for certificates, as pages order it. */
export const factFields = [
  "familyName",
  "givenName",
  "secondSurname",
  "nativeName",
  "kana",
  "latinName",
  "institutionId",
  "post",
  "postLevel",
  "sex",
  "country",
  "email",
  "zone",
  "locale",
] as const;
