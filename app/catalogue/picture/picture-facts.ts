import { createHash } from "node:crypto";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Institution } from "#app/institutions/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";

/** What a picture of a workshop says, in one language. Seats are left out: a picture is kept by those who show it. */
export type PictureFacts = {
  title: string;
  period: string;
  place: string;
  code: string;
  product: string;
  host: { name: string; acronym: string; country: string };
};

/** Longer titles are cut by the picture's edge all the same. */
const longest = 300;

/** What the picture of a workshop says in a language. */
export function pictureFacts(
  workshop: Workshop,
  host: Institution | undefined,
  { locale, t, at }: { locale: Locale; t: Translator; at: Instant },
): PictureFacts {
  const view = workshopView(workshop, { locale, t, at });
  const { country } = workshop;
  const venue = view.venue.text;
  return {
    title: view.title.text.slice(0, longest).toWellFormed(),
    period: view.period,
    place: venue
      ? t("workshops:venueIn", { venue, country: view.country }).slice(0, longest).toWellFormed()
      : view.country,
    code: view.code,
    product: t("common:product.name"),
    host: host
      ? { name: textIn(host.name, locale).text, acronym: host.acronym.slice(0, 12), country: host.country }
      : { name: "", acronym: "", country },
  };
}

/** Changes with what the picture says, and with nothing else. */
export const pictureVersion = (facts: PictureFacts): string =>
  createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 12);
