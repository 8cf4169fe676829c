import { covers } from "#app/access/permissions.ts";
import { type ClashView, clashViews } from "#app/clashes/clash-view.ts";
import { findSurroundings, listOverrides, listPlacedSessions } from "#app/clashes/queries.ts";
import { clashKey, findClashes } from "#app/clashes/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";

export const standings = ["open", "advice", "accepted"] as const;
export type ClashStanding = (typeof standings)[number];

export type ClashRow = ClashView & { startsAt: Instant; standing: ClashStanding; reason: string; decided: string };

/** A year ahead is planned in detail. */
const daysAhead = 366;

/** What stands in the way of sessions from now on, where one of its sides is within reach; the soonest first. */
export async function clashRows({ db, reach, locale, t, at, actor }: Reading): Promise<ClashRow[]> {
  const bookings = await listPlacedSessions(db, { from: at, until: plusDays(at, daysAhead) });
  const byId = new Map(bookings.map((booking) => [booking.id as string, booking]));
  const isReached = (id: string) => {
    const booking = byId.get(id);
    return booking !== undefined && covers(reach, booking);
  };
  const clashes = findClashes(bookings, await findSurroundings(db, bookings)).filter(({ sessionIds }) =>
    sessionIds.some(isReached),
  );
  const overrides = await listOverrides(db, [
    ...new Set(clashes.flatMap(({ sessionIds }) => sessionIds)),
  ] as Id<"session">[]);
  const views = await clashViews({ db, reach, locale, t }, clashes, bookings);
  return clashes
    .map((clash, index): ClashRow => {
      const view = views[index] as ClashView;
      const override = overrides.get(clashKey(clash, byId));
      return {
        ...view,
        startsAt: byId.get(clash.sessionIds[0])?.startsAt ?? at,
        standing: override ? "accepted" : view.isAdvice ? "advice" : "open",
        reason: override?.reason ?? "",
        decided: override ? formatInstant(locale, override.decidedAt, actor.zone) : "",
      };
    })
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.key.localeCompare(b.key));
}

/** Of an address: what is open where it does not say. */
export const readStanding = (url: URL): ClashStanding => queryChoice(url, "show", standings) ?? "open";
