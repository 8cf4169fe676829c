import { cityOf } from "#app/i18n/city-of.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { offsetText } from "#app/time/offset.ts";
import { type ClockTime, dateOf, daysBetween, instantToWall, timeOf, type WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { isZone } from "#app/time/zones.ts";

export type SessionClock = {
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
  endsAt: Instant;
};

/** A person's language and home zone, which may be none of ours; null where it is not known, as on public pages. */
type ReaderClock = { locale: Locale; zone: string | null };

type OwnTime = {
  /** 00:00–02:00 */
  time: string;
  /** Days from the venue's date to the reader's. */
  shift: -1 | 0 | 1;
  /** Empty where the day is the same; else the day in words: next day, 翌日, día anterior. */
  shiftLabel: string;
  city: string;
  offset: string;
};

export type SessionTimes = {
  /** The venue's day: Monday 23 November 2026 */
  day: string;
  time: string;
  city: string;
  /** UTC−6 */
  offset: string;
  startsAt: Instant;
  /** Null where the reader's clock shows the same as the venue's. */
  yours: OwnTime | null;
};

/** The venue's time first, and the reader's own where it differs. */
export function sessionTimes(session: SessionClock, reader: ReaderClock, t: Translator): SessionTimes {
  const { startsLocal, endsLocal, zone, startsAt } = session;
  return {
    day: formatDay(reader.locale, dateOf(startsLocal)),
    time: span(startsLocal, endsLocal, t),
    city: cityOf(zone, t),
    offset: offsetText(startsAt, startsLocal),
    startsAt,
    yours: ownTime(session, reader.zone, t),
  };
}

function ownTime(
  { startsLocal, endsLocal, startsAt, endsAt }: SessionClock,
  zone: string | null,
  t: Translator,
): OwnTime | null {
  if (zone === null || !isZone(zone)) return null;
  const [starts, ends] = [instantToWall(startsAt, zone), instantToWall(endsAt, zone)];
  if (starts === startsLocal && ends === endsLocal) return null;
  const shift = Math.sign(daysBetween(dateOf(startsLocal), dateOf(starts))) as OwnTime["shift"];
  return {
    time: span(starts, ends, t),
    shift,
    shiftLabel: shiftLabel(shift, t),
    city: cityOf(zone, t),
    offset: offsetText(startsAt, starts),
  };
}

function shiftLabel(shift: OwnTime["shift"], t: Translator): string {
  if (shift === 0) return "";
  return shift > 0 ? t("common:day.next") : t("common:day.previous");
}

/** An end after midnight says so; midnight itself is the day's own end. */
function span(from: WallTime, to: WallTime, t: Translator): string {
  return t("common:day.span", { from: timeOf(from), to: endOf(dateOf(from) === dateOf(to), timeOf(to), t) });
}

function endOf(isSameDay: boolean, time: ClockTime, t: Translator): string {
  if (isSameDay) return time;
  return time === "00:00" ? t("common:day.endsAtMidnight") : t("common:day.endsNext", { time });
}
