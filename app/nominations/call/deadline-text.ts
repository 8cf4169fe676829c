import { cityInstant } from "#app/i18n/city-of.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { counterpartZone, type Zone } from "#app/time/zones.ts";
import { closingInstant } from "./rules.ts";

/** In whose words, and by whose clock beside the host's; by the other country's where there is none of their own. */
type Words = { locale: Locale; t: Translator; zone: Zone | null };

/** The last minute of a day on the host's clock, and the same instant on the other one. */
export function deadlineTimes(day: LocalDate, zone: Zone, { locale, t, zone: own }: Words) {
  const closing = closingInstant(day, zone);
  const other = own && own !== zone ? own : counterpartZone(zone);
  return { host: cityInstant({ locale, t }, closing, zone), other: cityInstant({ locale, t }, closing, other) };
}

/** Both on one line, for letters and papers. */
export function deadlineText(day: LocalDate, zone: Zone, words: Words): string {
  const { host, other } = deadlineTimes(day, zone, words);
  return words.t("calls:both", { host, other });
}
