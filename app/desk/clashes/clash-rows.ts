import { covers } from "#app/access/permissions.ts";
import { type ClashView, clashViews } from "#app/clashes/clash-view.ts";
import { findSurroundings, listOverrides, listPlacedSessions } from "#app/clashes/queries.ts";
import { type Clash, clashKey, findClashes, isAdvice } from "#app/clashes/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { plusDays } from "#app/time/instant.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";

export const standings = ["open", "advice", "accepted"] as const;
export type ClashStanding = (typeof standings)[number];

export type ClashRow = ClashView & { standing: ClashStanding; reason: string; decided: string };

/** A year ahead is planned in detail. */
const daysAhead = 366;

/**
 * What stands in the way of sessions from now on, where one of its sides is within reach; the soonest first.
 * @param standing which of them are told
 * @param most as many are told at most; all are counted
 */
export async function clashRows(
  { db, reach, locale, t, at, actor }: Reading,
  { standing, most }: { standing: ClashStanding; most?: number },
): Promise<{ rows: ClashRow[]; counts: Record<ClashStanding, number> }> {
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
  const standingOf = (clash: Clash): ClashStanding =>
    overrides.has(clashKey(clash, byId)) ? "accepted" : isAdvice(clash) ? "advice" : "open";
  const byStanding = Map.groupBy(clashes, standingOf);
  const startOf = ({ sessionIds: [first] }: Clash) => byId.get(first)?.startsAt ?? at;
  const told = (byStanding.get(standing) ?? [])
    .toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || clashKey(a, byId).localeCompare(clashKey(b, byId)))
    .slice(0, most);
  const views = await clashViews({ db, reach, locale, t }, told, bookings);
  const rows = views.map((view, index) => {
    const override = overrides.get(clashKey(told[index] as Clash, byId));
    const decided = override ? formatInstant(locale, override.decidedAt, actor.zone) : "";
    return { ...view, standing, reason: override?.reason ?? "", decided };
  });
  const countOf = (one: ClashStanding) => byStanding.get(one)?.length ?? 0;
  return { rows, counts: { open: countOf("open"), advice: countOf("advice"), accepted: countOf("accepted") } };
}

/** Of an address: what is open where it does not say. */
export const readStanding = (url: URL): ClashStanding => queryChoice(url, "show", standings) ?? "open";
