import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, plusLocalDays, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { fillBraces, type GridWords } from "#app/timetable/grid/words/grid-words.ts";
import type { Stretch } from "./hours.rules.ts";

/** 09:00; a day ends at 24:00. */
export const hourText = (minute: number) => `${String(minute === 1440 ? 24 : (minute / 60) % 24).padStart(2, "0")}:00`;

/** What a fold hides. */
export const foldText = ({ from, to }: Stretch, { span }: GridWords) =>
  fillBraces(span, { from: hourText(from), to: hourText(to) });

/** The instant of a minute since a day's midnight. Null in an hour that daylight saving skips. */
export function instantIn(day: LocalDate, minute: number, zone: Zone): Instant | null {
  const rest = minute % 1440;
  const [hour, past] = [Math.floor(rest / 60), rest % 60];
  const time = `${String(hour).padStart(2, "0")}:${String(past).padStart(2, "0")}`;
  return wallToInstant(`${plusLocalDays(day, Math.floor(minute / 1440))}T${time}` as WallTime, zone);
}
