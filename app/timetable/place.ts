import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import type { Localised } from "#app/ui/local-text.tsx";

/** A venue of its own, and a room that is booked, with their names in each language. */
export type SessionPlace = { venue: Texts | null; room: Texts | null };

/** Where a session takes place: what is booked, and what was typed. */
export type Situated = { place: SessionPlace; room: string };

export const usualPlace: SessionPlace = { venue: null, room: null };

/** From the larger to the smaller, for a reader. What was typed counts as written in their language. */
export const placeParts = ({ place, room }: Situated, locale: Locale): Localised[] =>
  [...[place.venue, place.room].map((texts) => textIn(texts ?? {}, locale)), { text: room, lang: locale }].filter(
    ({ text }) => text !== "",
  );

/** The same as one text. */
export const placeText = (placed: Situated, locale: Locale): string =>
  placeParts(placed, locale)
    .map(({ text }) => text)
    .join(" · ");
