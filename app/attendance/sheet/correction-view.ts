import type { listCorrections } from "#app/attendance/queries.ts";
import { type MarkStatus, markStatuses } from "#app/attendance/rules.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { addressedName } from "#app/people/names.ts";
import type { Zone } from "#app/time/zones.ts";

type Correction = NonNullable<ReturnType<Awaited<ReturnType<typeof listCorrections>>["get"]>>[number];

/** A mark as it was before it was corrected; who did it is empty where that is not known. */
export type CorrectionView = { former: MarkStatus | null; at: string; by: string; reason: string };

export function correctionView(
  { formerStatus, correctedAt, reason, ...by }: Correction,
  { locale, t, zone }: { locale: Locale; t: Translator; zone: Zone },
): CorrectionView {
  const { familyName, givenName, secondSurname, nativeName, country } = by;
  return {
    former: markStatuses.find((status) => status === formerStatus) ?? null,
    at: cityInstant({ locale, t }, correctedAt, zone),
    by:
      familyName && givenName && country
        ? addressedName({ familyName, givenName, secondSurname, nativeName, country }, locale)
        : "",
    reason,
  };
}
