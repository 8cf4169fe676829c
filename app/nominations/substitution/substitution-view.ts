import { formatDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { findNominationById, type Nomination } from "#app/nominations/nomination/queries.ts";
import { shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { findReplaced, findSubstitute } from "./substitution.queries.ts";
import { replacingRefusal, substitutionDays, substitutionWindow } from "./substitution.rules.ts";

type Words = { locale: Locale; at: Instant };

const named = (one: Nomination) => ({ id: one.id, name: shownName(one), state: one.state });

/**
 * Who stands in for whom, as the page of either says it. `until`: the last day on which somebody can be proposed; null
 * where nobody can be, any more or at all.
 */
export async function substitutionView(db: Reader, workshop: Workshop, nomination: Nomination, { locale, at }: Words) {
  const replaced = nomination.inPlaceOfId && (await findNominationById(db, nomination.inPlaceOfId));
  const substitute = await findSubstitute(db, nomination.id);
  const window = substitutionWindow(workshop, at);
  const refusal =
    nomination.state === "selected" ? replacingRefusal(await findReplaced(db, nomination), window) : "noSeat";
  return {
    replaced: replaced ? { ...named(replaced), because: nomination.leavingBecause } : null,
    substitute: substitute && named(substitute),
    isLate: window === "late",
    until: refusal ? null : formatDate(locale, plusLocalDays(workshop.startsOn, -substitutionDays.last)),
  };
}

export type SubstitutionView = Awaited<ReturnType<typeof substitutionView>>;
