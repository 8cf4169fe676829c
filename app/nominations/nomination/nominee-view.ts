import { formatInstant } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import { findResult } from "#app/nominations/selection/queries.ts";
import { shownName } from "#app/people/names.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Reader } from "#db/database.ts";
import { listNominationHistory, type Nomination } from "./queries.ts";

type Words = { locale: Locale; t: Translator };

export type NomineeView = ReturnType<typeof nomineeView>;

/** A nomination as lists show it. */
export const nomineeView = (nomination: Nomination) => ({
  id: nomination.id,
  name: shownName(nomination),
  post: nomination.post ?? "",
  rank: nomination.rank,
  state: nomination.state,
});

type Page = Words & { db: Reader; zone: Zone; hostZone: Zone };

/** One with its history, as its sender and its host read it. */
export async function wholeNominee(nomination: Nomination, { db, locale, t, zone, hostZone }: Page) {
  const history = await listNominationHistory(db, nomination.id);
  const result = await findResult(db, nomination.id);
  const { correctByOn } = nomination;
  return {
    ...nomineeView(nomination),
    begunBy: nomination.begunBy,
    because: nomination.because,
    withdrawnBy: nomination.withdrawnBy,
    hasLetter: nomination.letterId !== null,
    result: result && { reserveRank: result.reserveOrder, because: result.because },
    correctBy: correctByOn ? deadlineTimes(correctByOn, hostZone, { locale, t, zone }) : null,
    history: history.map(({ toState, who, at, reason, familyName, givenName, ...names }) => ({
      ...{ state: toState, who, reason },
      by: familyName === null || givenName === null ? "" : shownName({ familyName, givenName, ...names }).name,
      at: formatInstant(locale, at, zone),
    })),
  };
}

export type WholeNominee = Awaited<ReturnType<typeof wholeNominee>>;

/** Names of people for a sentence. */
export const shownNames = (people: readonly Parameters<typeof shownName>[0][]) =>
  people.map((person) => shownName(person).name);
