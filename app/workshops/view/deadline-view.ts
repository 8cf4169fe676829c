import { cityOf } from "#app/i18n/city-of.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf, instantToWall, timeOf } from "#app/time/wall-time.ts";
import { dayBegins } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { type Deadline, deadlineOf } from "#app/workshops/life/deadline.rules.ts";
import type { StoredMilestone } from "#app/workshops/life/queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";

export type DeadlineView = {
  act: Deadline["act"];
  at: Instant;
  /** How long that still is; from two months on nobody counts days. */
  left: string;
  /** On the venue's clock, and on the reader's where it shows something else. */
  clocks: { day: string; time: string; city: string }[];
};

const mostDaysCounted = 60;

/** Until when one may enrol, or from when on, in both clocks. */
export function deadlineView(
  workshop: Workshop,
  planned: readonly StoredMilestone[],
  { locale, t, at, zone }: { locale: Locale; t: Translator; at: Instant; zone: Zone },
): DeadlineView | null {
  const deadline = deadlineOf(workshop, planned, at, dayBegins);
  if (!deadline) return null;
  const zones = [workshop.zone, zone].filter(
    (one, index) => index === 0 || instantToWall(deadline.at, one) !== instantToWall(deadline.at, workshop.zone),
  );
  return {
    act: deadline.act,
    at: deadline.at,
    left: deadline.days > mostDaysCounted ? "" : leftOf(deadline, t),
    clocks: zones.map((one) => {
      const wall = instantToWall(deadline.at, one);
      return { day: formatDay(locale, dateOf(wall)), time: timeOf(wall), city: cityOf(one, t) };
    }),
  };
}

const leftOf = ({ act, days }: Deadline, t: Translator) =>
  days === 0 ? t(`workshops:deadline.today.${act}`) : t(`workshops:deadline.left.${act}`, { count: days });
