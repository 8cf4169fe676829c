import { formatDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { findNominationById, findSubstitute, type Nomination } from "#app/nominations/nomination/queries.ts";
import { isSeatable } from "#app/nominations/nomination/rules.ts";
import { shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { isSeatHolder } from "./substitution.queries.ts";
import { lastSubstitutionDay, replacingRefusal, substitutionWindow } from "./substitution.rules.ts";

type Words = { locale: Locale; at: Instant };

const named = (one: Nomination) => ({ id: one.id, name: shownName(one), state: one.state });

/**
 * Who stands in for whom, as the page of either says it. `until`: the last day on which somebody can be proposed; null
 * where nobody can be, any more or at all.
 */
export async function substitutionView(db: Reader, workshop: Workshop, nomination: Nomination, { locale, at }: Words) {
  const replaced = nomination.inPlaceOfId && (await findNominationById(db, nomination.inPlaceOfId));
  const substitute = await findSubstitute(db, nomination.id);
  const { state } = nomination;
  const isSeated = isSeatable(state) && (await isSeatHolder(db, nomination));
  const standing = { state, isSeated, hasSubstitute: substitute !== null };
  const refusal = replacingRefusal(standing, substitutionWindow(workshop, at));
  return {
    replaced: replaced ? { ...named(replaced), because: nomination.leavingBecause } : null,
    substitute: substitute && named(substitute),
    until: refusal ? null : formatDate(locale, lastSubstitutionDay(workshop)),
  };
}

export type SubstitutionView = Awaited<ReturnType<typeof substitutionView>>;
