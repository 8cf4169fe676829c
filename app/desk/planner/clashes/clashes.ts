import { covers } from "#app/access/permissions.ts";
import { formatDate } from "#app/i18n/format.ts";
import { holidayName } from "#app/i18n/holiday-name.ts";
import { listHolidays } from "#app/time/holidays/list-holidays.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { placeText } from "#app/timetable/place.ts";
import { listPlaceNames } from "#app/venues/places.queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { CalendarPeriod } from "#app/workshops/calendar/period.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { listBookedRooms, listDaysHeld } from "./clashes.queries.ts";
import { doubleBookings } from "./double-bookings.rules.ts";

type Visit = Pick<Reading, "db" | "reach" | "locale" | "t" | "at">;
type Found = [Id<"workshop">, string][];

/**
 * What stands against the plan of some workshops, in sentences, by workshop: sessions on a day that is off in the host
 * country, and rooms that others have at the same time. What is over, or cancelled, can no longer be planned otherwise.
 */
export async function plannedClashes(
  visit: Visit,
  workshops: readonly Workshop[],
  period: CalendarPeriod,
): Promise<Map<string, string[]>> {
  const open = workshops.filter(({ state }) => state !== "completed" && state !== "cancelled");
  const found = [...(await heldOnDaysOff(visit, open)), ...(await sharedRooms(visit, period))];
  const byWorkshop = Map.groupBy(found, ([id]) => id);
  return new Map([...byWorkshop].map(([id, own]) => [id, own.map(([, text]) => text)]));
}

async function heldOnDaysOff({ db, locale, t }: Visit, workshops: readonly Workshop[]): Promise<Found> {
  const daysOff = new Map(
    workshops
      .map(({ id, country, startsOn, endsOn }) => [id, listHolidays(country, startsOn, endsOn)] as const)
      .filter(([, own]) => own.length > 0),
  );
  const days = new Set([...daysOff.values()].flat().map(({ on }) => on));
  const held = await listDaysHeld(db, [...daysOff.keys()], [...days]);
  return held.flatMap(({ workshopId, on }): Found => {
    const holiday = daysOff.get(workshopId)?.find((candidate) => candidate.on === on);
    if (!holiday) return [];
    const said = { day: formatDate(locale, on), name: holidayName(holiday, t) };
    return [[workshopId, t(`planner:clash.${holiday.kind}`, said)]];
  });
}

/** From now on. Each of the two is told of the other, which is not named where it is out of the reader's reach. */
async function sharedRooms({ db, reach, locale, t, at }: Visit, { from, to }: CalendarPeriod): Promise<Found> {
  // a day more on either side holds every zone's
  const first = plusDays(`${from}T00:00:00.000Z` as Instant, -1);
  const times = { from: first > at ? first : at, until: plusDays(`${to}T00:00:00.000Z` as Instant, 2) };
  const pairs = doubleBookings(await listBookedRooms(db, times));
  const names = await listPlaceNames(
    db,
    pairs.map(([{ resourceId, venueId }]) => ({ roomId: resourceId, venueId })),
  );
  return pairs.flatMap(([one, other]): Found => {
    const venue = names.venues.get(one.venueId) ?? {};
    const room = placeText({ place: { venue, room: names.rooms.get(one.resourceId) ?? {} }, room: "" }, locale);
    const said = ({ code, ...place }: typeof one) =>
      t("planner:clash.room", { room, workshop: covers(reach, place) ? code : t("planner:clash.elsewhere") });
    return [
      [one.workshopId, said(other)],
      [other.workshopId, said(one)],
    ];
  });
}
