import { type Locale, locales, type Texts } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate, WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { placeText, type SessionPlace, usualPlace } from "#app/timetable/place.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";

/** A session as people are told of it. */
export type ToldSession = {
  id: Id<"session">;
  title: Texts;
  room: string;
  /** What it has booked; missing in plans of before December 2026. */
  place?: SessionPlace;
  joinUrl?: string;
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
  endsAt: Instant;
};

/** What people are told of a workshop, and must be told again where it changes. */
export type ToldPlan = {
  title: Texts;
  venue: Texts;
  mode: "onSite" | "online" | "hybrid";
  zone: Zone;
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** The last day of enrolment; missing where nobody has said, and in plans of before December 2026. */
  closesOn?: LocalDate;
  sessions: ToldSession[];
};

type Planned = Pick<Workshop, "texts" | "mode" | "zone" | "startsOn" | "endsOn"> & { closesOn: LocalDate | null };

/** The plan as it stands; the same plan is the same text, whatever the order in which a database gives it. */
export const planOf = (
  { texts, mode, zone, startsOn, endsOn, closesOn }: Planned,
  sessions: readonly ToldSession[],
): ToldPlan => ({
  title: inOrder(texts.title),
  venue: inOrder(texts.venue),
  ...{ mode, zone, startsOn, endsOn },
  // left out where there is none: such a plan is the same text as one of before
  ...(closesOn ? { closesOn } : {}),
  sessions: sessions.map((session) => ({
    id: session.id,
    title: inOrder(session.title),
    room: session.room,
    // left out likewise
    ...placeOf(session),
    ...(session.joinUrl ? { joinUrl: session.joinUrl } : {}),
    startsLocal: session.startsLocal,
    endsLocal: session.endsLocal,
    zone: session.zone,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
  })),
});

function placeOf({ place = usualPlace }: ToldSession): Pick<ToldSession, "place"> {
  if (!place.venue && !place.room) return {};
  return { place: { venue: place.venue && inOrder(place.venue), room: place.room && inOrder(place.room) } };
}

/** Where a session is, as somebody was told. */
export const toldPlace = ({ room, place = usualPlace }: ToldSession, locale: Locale) =>
  placeText({ room, place }, locale);

const inOrder = (texts: Texts): Texts => Object.fromEntries(locales.map((locale) => [locale, texts[locale] ?? ""]));
