import { formatDate } from "#app/i18n/format.ts";
import { isUndoable, undoDays } from "#app/people/merge/merge.rules.ts";
import { shownName } from "#app/people/names.ts";
import { plusDays } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Id } from "#db/id.ts";
import { findLastMerge } from "./merge.queries.ts";

/** What was merged last, as long as it can be undone. */
export async function undoableOf({ db, locale, at, actor }: Reading, personId: Id<"person">) {
  const merge = await findLastMerge(db, personId);
  if (!merge?.kept || !isUndoable(merge.mergedAt, at)) return null;
  const dayOf = (instant: typeof at) => formatDate(locale, localDate(instant, actor.zone));
  return {
    name: shownName(merge.kept.gone).name,
    on: dayOf(merge.mergedAt),
    until: dayOf(plusDays(merge.mergedAt, undoDays)),
  };
}
