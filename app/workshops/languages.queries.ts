import type { Locale } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The languages that a workshop is held in, as whoever planned it put them. */
export async function listLanguages(db: Reader, workshopId: Id<"workshop">): Promise<Locale[]> {
  const rows = await db
    .selectFrom("workshopLanguage")
    .select("locale")
    .where("workshopId", "=", workshopId)
    .orderBy("position")
    .execute();
  return rows.map(({ locale }) => locale);
}

/** Those of several workshops that are held in a language. */
export async function listHeldIn(db: Reader, ids: Id<"workshop">[], locale: Locale): Promise<Set<Id<"workshop">>> {
  if (!ids.length) return new Set();
  const rows = await db
    .selectFrom("workshopLanguage")
    .select("workshopId")
    .where("workshopId", "in", ids)
    .where("locale", "=", locale)
    .execute();
  return new Set(rows.map(({ workshopId }) => workshopId));
}
