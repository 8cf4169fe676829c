import { cityOf } from "#app/i18n/city-of.ts";
import { formatDate } from "#app/i18n/format.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Public, Reading } from "#app/web/doors/door.ts";
import { findClosingDay } from "#app/workshops/life/queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";

/** The last day on which one can enrol, as its venue counts days; null where nobody has said, or it lies behind. */
export async function closingDay(
  { db, locale, t, at }: Pick<Reading<Public>, "db" | "locale" | "t" | "at">,
  { id, state, zone }: Pick<Workshop, "id" | "state" | "zone">,
): Promise<string | null> {
  if (state !== "published" && state !== "open") return null;
  const closesOn = await findClosingDay(db, id);
  if (!closesOn || closesOn < localDate(at, zone)) return null;
  return t("workshops:closingDay", { date: formatDate(locale, closesOn), city: cityOf(zone, t) });
}
