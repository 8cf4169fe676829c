import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { compilePdf, type PdfSource, type PdfStandard } from "#app/documents/pdf.ts";
import { qrSvg } from "#app/documents/qr.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formalDate } from "#app/i18n/formal-dates.ts";
import { formatDuration } from "#app/i18n/format.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { offsetText } from "#app/time/offset.ts";
import { dateOf, daysBetween, instantToWall, timeOf } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { counterpartZone } from "#app/time/zones.ts";
import { type CertificateData, durationMinutes, type Text3 } from "./certificate-data.ts";

const ink = "#1b2433";

/** Read beside the running programme, as the texts are: a bundle holds no templates. */
const readTemplate = (name: string) => readFileSync(resolve(process.cwd(), "app/certificates/document", name), "utf8");
const template = readTemplate("certificate.typ");
const guilloche = readTemplate("guilloche.typ");

/**
 * One A4 page in three languages. The same data, texts and template give the same bytes.
 * Data without a number make a specimen, which says so across the page.
 */
export const renderCertificate = (data: CertificateData, standard?: PdfStandard): Uint8Array =>
  compilePdf(certificateSource(data, standard));

export const certificateSource = (data: CertificateData, standard: PdfStandard = "a-3a"): PdfSource => ({
  main: template,
  files: {
    "/guilloche.typ": guilloche,
    "/certificate.json": JSON.stringify(printed(data)),
    "/qr.svg": qrSvg(data.verifyUrl.toUpperCase(), { correction: "quartile", colour: ink }),
  },
  createdAt: new Date(`${data.issuedOn}T00:00:00Z`),
  standard,
});

/** What the template lays out: every wording chosen, nothing left to decide. */
function printed(data: CertificateData) {
  const { holder, parties, signatories, verifyUrl } = data;
  const label = (key: "title" | "awardedTo" | "number" | "verify" | "qrCode" | "specimen") =>
    inAll((locale) => translator(locale)(`certificates:document.${key}`));
  const specimen = data.number ? [] : label("specimen");
  return {
    title: label("title"),
    awardedTo: label("awardedTo"),
    holder: { name: withLanguage(holder.name), secondName: holder.secondName && withLanguage(holder.secondName) },
    institution: names(data.institution),
    columns: locales.map((locale) => column(data, locale)),
    issuedOn: inAll((locale) =>
      translator(locale)("certificates:document.issuedOn", { date: formalDate(locale, data.issuedOn) }),
    ),
    issuedClock: inAll((locale) => bothClocks(data, locale)),
    parties: parties.map(({ acronym, name }) => ({ acronym, name: names(name) })),
    signatories: signatories.map(({ name, post }) => ({ ...withLanguage(name), post: names(post) })),
    number: {
      label: label("number"),
      readable: data.number.slice(0, data.number.lastIndexOf("-")) || specimen.map(({ text }) => text).join(" · "),
      whole: data.number,
    },
    verify: { label: label("verify"), qrCode: label("qrCode"), url: verifyUrl },
    specimen,
  };
}

/** The moment of issue on both countries' clocks: in the other country it may already be tomorrow. */
function bothClocks({ issuedAt, zone }: CertificateData, locale: Locale): string {
  const t = translator(locale);
  const clock = (place: Zone) => {
    const wall = instantToWall(issuedAt, place);
    return { wall, city: cityOf(place, t), offset: offsetText(issuedAt, wall) };
  };
  const [venue, other] = [clock(zone), clock(counterpartZone(zone))];
  const shift = daysBetween(dateOf(venue.wall), dateOf(other.wall));
  return t(`certificates:document.issuedClock.${shift > 0 ? "next" : shift < 0 ? "previous" : "same"}`, {
    venueTime: timeOf(venue.wall),
    venueCity: venue.city,
    venueOffset: venue.offset,
    otherTime: timeOf(other.wall),
    otherCity: other.city,
    otherOffset: other.offset,
  });
}

const inAll = (word: (locale: Locale) => string) => locales.map((lang) => ({ lang, text: word(lang) }));

/** Names in each language; one that stands in for a missing translation is printed once. */
const names = (text: Text3) =>
  inAll((locale) => text[locale]).filter(
    ({ text }, i, all) => text !== "" && all.findIndex((other) => other.text === text) === i,
  );

function column({ programme, workshop }: CertificateData, locale: Locale) {
  const t = translator(locale);
  const duration = formatDuration(locale, durationMinutes(workshop));
  return {
    lang: locale,
    programme: programme[locale],
    title: workshop.title[locale],
    statement: t("certificates:document.statement", { period: period(workshop, locale), duration }),
    venue: workshop.venue[locale] && t("certificates:document.venue", { venue: workshop.venue[locale] }),
  };
}

function period({ startsOn, endsOn }: CertificateData["workshop"], locale: Locale): string {
  const form = startsOn === endsOn ? "oneDay" : startsOn.slice(0, 7) === endsOn.slice(0, 7) ? "sameMonth" : "fullDates";
  return translator(locale)(`certificates:document.period.${form}`, {
    start: unbroken(formalDate(locale, startsOn)),
    end: unbroken(formalDate(locale, endsOn)),
    startDay: Number(startsOn.slice(8)),
    endDay: Number(endsOn.slice(8)),
  });
}

/** Keeps a day with its month at the end of a line. */
const unbroken = (date: string) => date.replace(/^(\d+) /, "$1\u00a0");

/** Latin names are marked as Spanish. This only decides how a screen reader pronounces them. */
const withLanguage = (name: string) => ({ name, lang: langOfName(name) ?? "es" });
