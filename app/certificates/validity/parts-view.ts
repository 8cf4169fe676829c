import { type CertificateData, durationMinutes, type Text3 } from "#app/certificates/document/certificate-data.ts";
import type { Part } from "#app/certificates/document/differences.rules.ts";
import { formatDuration, formatPeriod } from "#app/i18n/format.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";

/** A line of what a certificate says, and its language where that is not the page's. */
export type PartLine = { text: string; lang?: string };

/** What a certificate says of one part, line by line, each language once. */
export function partLines(part: Part, data: CertificateData, locale: Locale): PartLine[] {
  const { holder, workshop, parties, signatories } = data;
  switch (part) {
    case "name":
      return [holder.name, holder.secondName ?? ""].filter(Boolean).map(nameLine);
    case "dates":
      return [{ text: formatPeriod(locale, workshop.startsOn, workshop.endsOn) }];
    case "duration":
      return [{ text: formatDuration(locale, durationMinutes(workshop)) }];
    case "title":
      return inEach(workshop.title);
    case "venue":
      return inEach(workshop.venue);
    case "parties":
      return parties.flatMap(({ acronym, name }) => [{ text: acronym }, ...inEach(name)]);
    case "signatories":
      return signatories.flatMap(({ name, post }) => [nameLine(name), ...inEach(post)]);
    default:
      return inEach(data[part]);
  }
}

const nameLine = (text: string): PartLine => ({ text, lang: langOfName(text) });

/** A text that stands in for a missing language is told once. */
const inEach = (text: Text3): PartLine[] =>
  locales
    .map((lang) => ({ text: text[lang], lang }))
    .filter(({ text }, place, all) => text !== "" && all.findIndex((other) => other.text === text) === place);
