import type { Reach } from "#app/access/permissions.ts";
import { covers } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { holidayName } from "#app/i18n/holiday-name.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { shownName } from "#app/people/names.ts";
import { listNames } from "#app/people/queries.ts";
import { dateOf } from "#app/time/wall-time.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { listPlaceNames } from "#app/venues/places.queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { PlacedSession } from "./queries.ts";
import { type Clash, clashKey, isAdvice } from "./rules.ts";

type ClashSide = {
  /** Workshop and session; null where it is out of the reader's reach. */
  name: string | null;
  href: string | null;
  day: string;
  time: string;
};

/** A clash in words, with its sides; `sides` begins with the earlier session. */
export type ClashView = { key: string; kind: Clash["kind"]; isAdvice: boolean; text: string; sides: ClashSide[] };

const peopleOf = (clashes: readonly Clash[]) => [
  ...new Set(clashes.flatMap((clash) => ("personId" in clash ? [clash.personId as Id<"person">] : []))),
];

type Page = { db: Reader; reach: Reach; locale: Locale; t: Translator };

/** Clashes for a page. A side out of reach is said to be there, and is not named. */
export async function clashViews(
  { db, reach, locale, t }: Page,
  clashes: readonly Clash[],
  bookings: readonly PlacedSession[],
): Promise<ClashView[]> {
  const byId = new Map<string, PlacedSession>(bookings.map((booking) => [booking.id, booking]));
  const places = await listPlaceNames(
    db,
    clashes.map((clash) => ({
      roomId: clash.kind === "room" ? (clash.roomId as Id<"room">) : null,
      venueId: clash.kind === "hours" ? (clash.venueId as Id<"venue">) : null,
    })),
  );
  const names = new Map<string, string>(
    (await listNames(db, peopleOf(clashes))).map((person) => [person.id, shownName(person).name]),
  );
  const sideOf = (id: string): ClashSide[] => {
    const session = byId.get(id);
    if (!session) return [];
    const { workshopId, programmeId, code, number } = session;
    const isReached = covers(reach, { workshopId, programmeId });
    return [
      {
        name: isReached ? t("clashes:side", { code, number }) : null,
        href: isReached ? to.session({ locale, code, n: number }) : null,
        day: formatDay(locale, dateOf(session.startsLocal)),
        time: sessionTimes(session, { locale, zone: null }, t).time,
      },
    ];
  };
  const said = (clash: Clash): string => {
    if (clash.kind === "room")
      return t("clashes:kind.room", { room: textIn(places.rooms.get(clash.roomId as Id<"room">) ?? {}, locale).text });
    if (clash.kind === "hours")
      return t("clashes:kind.hours", {
        venue: textIn(places.venues.get(clash.venueId as Id<"venue">) ?? {}, locale).text,
      });
    if ("holiday" in clash) return t(`clashes:kind.${clash.kind}`, { holiday: holidayName(clash.holiday, t) });
    if (clash.kind === "seats") return t("clashes:kind.seats", { count: clash.people });
    if (clash.kind === "transfer")
      return t("clashes:kind.transfer", {
        minutes: formatNumber(locale, clash.minutes),
        needed: formatNumber(locale, clash.needed),
      });
    if (clash.kind === "interpreters")
      return t("clashes:kind.interpreters", {
        have: formatNumber(locale, clash.have),
        needed: formatNumber(locale, clash.needed),
      });
    return t(`clashes:kind.${clash.kind}`, { person: names.get(clash.personId) });
  };
  return clashes.map((clash) => ({
    key: clashKey(clash, byId),
    kind: clash.kind,
    isAdvice: isAdvice(clash),
    text: said(clash),
    sides: (clash.kind === "interpreters" ? clash.sessionIds.slice(0, 1) : clash.sessionIds).flatMap(sideOf),
  }));
}
