import { reachedProgramme } from "#app/desk/programmes/desk-programme.ts";
import { indicatorViews } from "#app/statistics/indicators/indicator-view.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { IndicatorRow } from "./indicator-list.tsx";

/** The indicators of the programme of an address. */
export async function indicatorRows(visit: Reading): Promise<IndicatorRow[]> {
  const { db, locale, t, at, actor } = visit;
  const programme = await reachedProgramme(visit);
  const views = await indicatorViews(db, programme, { locale, t, today: localDate(at, actor.zone) });
  return views.map((view) => ({ ...view, programme: programme.code }));
}
