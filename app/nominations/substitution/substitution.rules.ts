import { isSeatable, type NominationState } from "#app/nominations/nomination/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { daysBetween, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";

/**
 * Until so many days before the first one a sender may propose somebody else. From `late` on journeys are booked, and a
 * substitute is the exception; after `last` nobody takes another's place any more.
 */
const substitutionDays = { late: 21, last: 7 } as const;

type SubstitutionWindow = "free" | "late" | "over";

type Beginning = { startsOn: LocalDate; zone: Zone };

/** Where a workshop stands on its host's clock. */
export function substitutionWindow({ startsOn, zone }: Beginning, at: Instant): SubstitutionWindow {
  const left = daysBetween(localDate(at, zone), startsOn);
  if (left < substitutionDays.last) return "over";
  return left < substitutionDays.late ? "late" : "free";
}

/** The last day on which somebody can be proposed. */
export const lastSubstitutionDay = ({ startsOn }: Pick<Beginning, "startsOn">): LocalDate =>
  plusLocalDays(startsOn, -substitutionDays.last);

/** Whoever is replaced, as far as it matters: what was announced of them, and whether they have their seat. */
export type Replaced = { state: NominationState; isSeated: boolean; hasSubstitute: boolean };

/** Whoever shall come instead. */
type Substitute = { isOwn: boolean; isEnrolled: boolean; isNominated: boolean };

export type SubstituteRefusal =
  | ("over" | "noSeat" | "asked")
  | ("substituteElsewhere" | "substituteEnrolled" | "substituteNominated");

/** Why a sender cannot propose anybody in the place of a nominee; null where they can. */
export function replacingRefusal(
  { state, isSeated, hasSubstitute }: Replaced,
  window: SubstitutionWindow,
): SubstituteRefusal | null {
  if (window === "over") return "over";
  if (!isSeatable(state) || !isSeated) return "noSeat";
  return hasSubstitute ? "asked" : null;
}

/** Why it cannot be this person; null where it can. */
export function substituteRefusal({ isOwn, isEnrolled, isNominated }: Substitute): SubstituteRefusal | null {
  if (!isOwn) return "substituteElsewhere";
  if (isEnrolled) return "substituteEnrolled";
  return isNominated ? "substituteNominated" : null;
}
