import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { daysBetween, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { mayNow, type Timing } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Milestone } from "./life.rules.ts";

/** When enrolment opens or closes, as far as it is known. */
export type Deadline = {
  act: "opens" | "closes";
  at: Instant;
  /** By the venue's calendar: 0 on the day itself. */
  days: number;
};

type Planned = { step: Milestone; dueOn: LocalDate | null; outcome: string | null };
type Dated = Timing & { state: WorkshopState };

/**
 * Enrolment opens as its day begins and closes as its day ends, both by the venue's clock; where no day is set, it
 * closes with the first session. Null where nothing is to come, or nobody has said when.
 * @param beginningOf the instant at which a day begins in a zone
 */
export function deadlineOf(
  workshop: Dated,
  planned: readonly Planned[],
  at: Instant,
  beginningOf: (day: LocalDate, zone: Zone) => Instant,
): Deadline | null {
  const { state, zone, beginsAt } = workshop;
  const today = localDate(at, zone);
  const dayOf = (step: Milestone) =>
    planned.find((one) => one.step === step && one.outcome === null && one.dueOn !== null && one.dueOn >= today)?.dueOn;
  const opensOn = state === "published" ? dayOf("open") : undefined;
  if (opensOn) return { act: "opens", at: beginningOf(opensOn, zone), days: daysBetween(today, opensOn) };
  if (!mayNow("enrol", workshop, at)) return null;
  const closesOn = dayOf("closed");
  const closes = closesOn ? plusMinutes(beginningOf(plusLocalDays(closesOn, 1), zone), -1) : beginsAt;
  return closes && { act: "closes", at: closes, days: daysBetween(today, localDate(closes, zone)) };
}
