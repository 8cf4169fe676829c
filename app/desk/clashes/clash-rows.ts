import { covers } from "#app/access/permissions.ts";
import { type ClashView, clashViews } from "#app/clashes/clash-view.ts";
import { findSurroundings, listComing, listOverrides, listPlacedSessions } from "#app/clashes/queries.ts";
import { clashKey, findClashes, isAdvice } from "#app/clashes/rules.ts";
import { firstTooMany, lookedThrough } from "#app/clashes/window.rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { isLocalDate, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { dayBegins } from "#app/time/zoned-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";

export const standings = ["open", "advice", "accepted"] as const;
export type ClashStanding = (typeof standings)[number];

export type ClashRow = ClashView & { standing: ClashStanding; reason: string; decided: string };

/** So far ahead workshops are planned in detail. */
const daysAhead = 366;

/** Which days are looked through. */
export type ClashDays = {
  from: Instant;
  until: Instant;
  /** The first day after them, where there is more; null where all of the year is looked through. */
  next: LocalDate | null;
};

/** The days from the one that an address names, or from now on: as many as can be looked through at once. */
export async function readDays({ db, url, at, actor: { zone } }: Reading): Promise<ClashDays> {
  const end = plusDays(at, daysAhead);
  const asked = queryText(url, "from", 10);
  const wanted = isLocalDate(asked) ? dayBegins(asked, zone) : at;
  const from = wanted > at && wanted < end ? wanted : at;
  const tooMany = firstTooMany(await listComing(db, { from, until: end }, lookedThrough.sessions + 1));
  if (tooMany === null) return { from, until: end, next: null };
  // a whole day at least
  const tomorrow = plusLocalDays(localDate(from, zone), 1);
  const next = [localDate(tooMany, zone), tomorrow].toSorted().at(-1) as LocalDate;
  return { from, until: dayBegins(next, zone), next };
}

/**
 * What stands in the way of sessions on some days, where one of its sides is within reach; the soonest first.
 * @param standing which of them are told
 * @param most as many are told at most; all are counted
 */
export async function clashRows(
  { db, reach, locale, t, at, actor }: Reading,
  { from, until }: ClashDays,
  { standing, most }: { standing: ClashStanding; most?: number },
): Promise<{ rows: ClashRow[]; counts: Record<ClashStanding, number> }> {
  const bookings = await listPlacedSessions(db, { from, until });
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
  const found = clashes.map((clash) => {
    const key = clashKey(clash, byId);
    const override = overrides.get(key);
    const own: ClashStanding = override ? "accepted" : isAdvice(clash) ? "advice" : "open";
    return { clash, key, override, standing: own, startsAt: byId.get(clash.sessionIds[0])?.startsAt ?? at };
  });
  const told = found
    .filter((one) => one.standing === standing)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.key.localeCompare(b.key))
    .slice(0, most);
  const views = await clashViews(
    { db, reach, locale, t },
    told.map(({ clash }) => clash),
    bookings,
  );
  const rows = views.map((view, index) => {
    const override = told[index]?.override;
    const decided = override ? formatInstant(locale, override.decidedAt, actor.zone) : "";
    return { ...view, standing, reason: override?.reason ?? "", decided };
  });
  const countOf = (one: ClashStanding) => found.filter((clash) => clash.standing === one).length;
  return { rows, counts: { open: countOf("open"), advice: countOf("advice"), accepted: countOf("accepted") } };
}

/** Of an address: what is open where it does not say. */
export const readStanding = (url: URL): ClashStanding => queryChoice(url, "show", standings) ?? "open";
