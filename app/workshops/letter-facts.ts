import { formatPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { LetterFact } from "#app/mail/compose.ts";
import type { Workshop } from "./queries.ts";

/** What a letter says of the workshop that it is about. */
export function workshopFacts(
  workshop: Pick<Workshop, "texts" | "code" | "startsOn" | "endsOn">,
  locale: Locale,
): LetterFact[] {
  const title = textIn(workshop.texts.title, locale);
  const venue = textIn(workshop.texts.venue, locale);
  return [
    { label: "workshop", ...title, text: title.text || workshop.code },
    { label: "dates", text: formatPeriod(locale, workshop.startsOn, workshop.endsOn) },
    ...(venue.text ? [{ label: "venue" as const, ...venue }] : []),
  ];
}
