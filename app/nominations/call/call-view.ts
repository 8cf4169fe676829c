import { endonyms, type Locale, locales, type Texts, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { formTitle } from "#app/nominations/application/form-choices.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Reader } from "#db/database.ts";
import { deadlineTimes } from "./deadline-text.ts";
import { type CallContent, callTexts, daysLeft, isStillOpen } from "./rules.ts";

type Page = { db: Reader; locale: Locale; t: Translator; at: Instant; zone: Zone | null; on: LocalDate };

export type CallView = Awaited<ReturnType<typeof callView>>;

/** What a version of a call says, in words. The institutions have the names that they bear on the first day. */
export async function callView(content: CallContent, { db, locale, t, at, zone, on }: Page) {
  const { texts, institutionIds, countries, hasPartA, nomineesMax, nomineeClosesOn, closesOn, applicationFormId } =
    content;
  const names = await listInstitutions(db, on, institutionIds);
  return {
    parts: callTexts.map((part) => ({ part, text: textIn(texts[part], locale) })).filter(({ text }) => text.text),
    senders: names.map(({ name }) => textIn(name, locale)),
    countries: countries.map((country) => countryName(country, locale, t)),
    hasPartA,
    applicationForm: applicationFormId ? await formTitle(db, applicationFormId, locale) : null,
    nomineesMax,
    nominee: deadlineTimes(nomineeClosesOn, content.zone, { locale, t, zone }),
    sender: deadlineTimes(closesOn, content.zone, { locale, t, zone }),
    isOpen: isStillOpen(closesOn, content.zone, at),
    daysLeft: daysLeft(closesOn, content.zone, at),
  };
}

/** The languages in which a text of a call is missing, by their own names. */
export const missingIn = (texts: Record<string, Texts>) =>
  locales.filter((locale) => callTexts.some((part) => !texts[part]?.[locale])).map((locale) => endonyms[locale]);
