import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf, daysBetween, instantToWall, type LocalDate, timeOf, type WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { SessionKind } from "#app/timetable/kinds.ts";
import { fillBraces, type GridWords } from "./grid-words.ts";

/** What is drawn of a session. */
export type Drawn = {
  /** Null where it is not saved yet. */
  number: number | null;
  kind: SessionKind;
  /** The room, as its reader reads it; empty where the workshop says it all. */
  where: string;
  isCounted: boolean;
  title: Texts;
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
};

export type BlockText = {
  time: string;
  /** The city whose clock that is, where it is not the timetable's own. */
  city: string;
  title: { text: string; lang: Locale };
  where: string;
  /** What the eye takes from place, colour and shape. */
  spoken: string;
};

export function blockText(session: Drawn, words: GridWords): BlockText {
  const { kind, where, isCounted, zone } = session;
  return {
    time: timeText(session, words),
    city: zone === words.zone ? "" : words.cities[zone],
    title: titleText(session, words),
    where,
    spoken: [words.kinds[kind], otherText(session.startsAt, words), isCounted ? "" : words.notCounted]
      .filter(Boolean)
      .join(words.between),
  };
}

export function titleText({ title, number }: Pick<Drawn, "title" | "number">, words: GridWords): BlockText["title"] {
  const { text, lang } = textIn(title, words.locale);
  const plain = number === null ? words.fresh : fillBraces(words.untitled, { number });
  return text ? { text, lang } : { text: plain, lang: words.locale };
}

/** 22:00–01:00 +1; a day ends at 24:00. */
export function timeText(
  { startsLocal, endsLocal }: Pick<Drawn, "startsLocal" | "endsLocal">,
  words: GridWords,
): string {
  const days = daysBetween(dateOf(startsLocal), dateOf(endsLocal));
  const isMidnight = days === 1 && timeOf(endsLocal) === "00:00";
  const to = isMidnight ? "24:00" : timeOf(endsLocal);
  return fillBraces(words.span, { from: timeOf(startsLocal), to }) + (days > 0 && !isMidnight ? ` +${days}` : "");
}

/** Tokio 00:00, día siguiente: what the other clock shows then. */
function otherText(at: Instant, { zone, other, cities, next, previous }: GridWords): string {
  const [here, there] = [instantToWall(at, zone), instantToWall(at, other)];
  const days = daysBetween(dateOf(here), dateOf(there));
  const day = days > 0 ? ` ${next}` : days < 0 ? ` ${previous}` : "";
  return `${cities[other]} ${timeOf(there)}${day}`;
}

/** 00:00 +1: on the other clock, with the days by which its date differs. */
export function otherHour(at: Instant, day: LocalDate, other: Zone): string {
  const there = instantToWall(at, other);
  const days = daysBetween(day, dateOf(there));
  return timeOf(there) + (days === 0 ? "" : ` ${days > 0 ? "+" : "−"}${Math.abs(days)}`);
}
