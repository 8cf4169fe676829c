import { counterpartZone, isZone, type Zone } from "#app/time/zones.ts";
import type { GridClocks } from "#app/timetable/grid/words/grid-words.ts";

/** The venue's clock, and beside it the reader's own where that is another, else the other country's. */
export function gridClocks(zone: Zone, reader: string | null = null): GridClocks {
  const own = reader !== null && isZone(reader) && reader !== zone ? reader : null;
  return { zone, other: own ?? counterpartZone(zone) };
}
