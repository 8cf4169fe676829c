import { locales, type Texts } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate, WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";

/** A session as people are told of it. */
export type ToldSession = {
  id: Id<"session">;
  title: Texts;
  room: string;
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
  sessions: ToldSession[];
};

type Planned = Pick<Workshop, "texts" | "mode" | "zone" | "startsOn" | "endsOn">;

/** The plan as it stands; the same plan is the same text, whatever the order in which a database gives it. */
export const planOf = (
  { texts, mode, zone, startsOn, endsOn }: Planned,
  sessions: readonly ToldSession[],
): ToldPlan => ({
  title: inOrder(texts.title),
  venue: inOrder(texts.venue),
  ...{ mode, zone, startsOn, endsOn },
  sessions: sessions.map((session) => ({
    id: session.id,
    title: inOrder(session.title),
    room: session.room,
    startsLocal: session.startsLocal,
    endsLocal: session.endsLocal,
    zone: session.zone,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
  })),
});

const inOrder = (texts: Texts): Texts => Object.fromEntries(locales.map((locale) => [locale, texts[locale] ?? ""]));
