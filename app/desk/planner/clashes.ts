import { covers } from "#app/access/permissions.ts";
import { formatList, formatPeriod } from "#app/i18n/format.ts";
import { holidayName } from "#app/i18n/holiday-name.ts";
import { listHolidays } from "#app/time/holidays/list-holidays.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { listDaysHeld, listSharedPeople } from "./clashes.queries.ts";

type Visit = Pick<Reading, "db" | "reach" | "locale" | "t">;
type Found = [Id<"workshop">, string][];

/**
 * What stands against the plan of some workshops, in sentences, by workshop: sessions on a day that is off in the host
 * country, and people who should be in two places at once. What is over, or cancelled, can no longer be planned
 * otherwise. A workshop out of the reader's reach is not named.
 */
export async function plannedClashes(visit: Visit, workshops: readonly Workshop[]): Promise<Map<string, string[]>> {
  const open = workshops.filter(({ state }) => state !== "completed" && state !== "cancelled");
  const found = [...(await heldOnDaysOff(visit, open)), ...(await sharedPeople(visit, open))];
  const byWorkshop = Map.groupBy(found, ([id]) => id);
  return new Map([...byWorkshop].map(([id, own]) => [id, own.map(([, text]) => text)]));
}

async function heldOnDaysOff({ db, locale, t }: Visit, workshops: readonly Workshop[]): Promise<Found> {
  const daysOff = new Map(
    workshops.map(({ id, country, startsOn, endsOn }) => [id, listHolidays(country, startsOn, endsOn)]),
  );
  const days = [...daysOff.values()].flat().map(({ on }) => on);
  const held = await listDaysHeld(
    db,
    [...daysOff].filter(([, own]) => own.length > 0).map(([id]) => id),
    [...new Set(days)],
  );
  return held.flatMap(({ workshopId, on }): Found => {
    const holiday = daysOff.get(workshopId)?.find((candidate) => candidate.on === on);
    if (!holiday) return [];
    const said = { day: formatPeriod(locale, on, on), name: holidayName(holiday, t) };
    return [[workshopId, t(`planner:clash.${holiday.kind}`, said)]];
  });
}

async function sharedPeople({ db, reach, locale, t }: Visit, workshops: readonly Workshop[]): Promise<Found> {
  const pairs = await listSharedPeople(
    db,
    workshops.map(({ id }) => id),
  );
  return [...Map.groupBy(pairs, ({ id }) => id)].map(([id, others]) => {
    const named = others.map(({ otherId, code, programmeId, people }) => {
      const isNamed = covers(reach, { workshopId: otherId, programmeId });
      return t("planner:clash.peopleIn", { count: people, workshop: isNamed ? code : t("planner:clash.elsewhere") });
    });
    return [id, t("planner:clash.people", { list: formatList(locale, named) })];
  });
}
