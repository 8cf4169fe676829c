import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { sessionsEndOn } from "#app/workshops/life/life.rules.ts";
import type { Timing } from "#app/workshops/moments.rules.ts";

/** Days behind the workshop's last one for which the standard form keeps them; another form may say otherwise. */
export const sealedDays = 30;

/**
 * Days for which answers outlast a nomination that came to nothing: as long as two records that became one by mistake
 * can be parted again.
 */
export const unselectedDays = 30;

/** The day that begins without the answers of a sensitive part. */
export const sealedUntil = (workshop: Timing, eraseDays: number): LocalDate =>
  plusLocalDays(sessionsEndOn(workshop), eraseDays);
