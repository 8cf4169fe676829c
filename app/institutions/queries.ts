import type { Locale, Texts } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";

export type Institution = { id: string; code: string; country: string; name: Texts; acronym: string };

/** Institutions with the names they had on a day. */
export async function listInstitutions(db: Reader, on: LocalDate, only?: string[]): Promise<Institution[]> {
  if (only?.length === 0) return [];
  const rows = await db
    .selectFrom("institution")
    .innerJoin("institutionName", "institutionName.institutionId", "institution.id")
    .select([
      "institution.id",
      "institution.code",
      "institution.country",
      "institutionName.locale",
      "institutionName.name",
      "institutionName.acronym",
    ])
    .where("institutionName.validFrom", "=", ({ selectFrom }) =>
      selectFrom("institutionName as dated")
        .select(({ fn }) => fn.max("dated.validFrom").as("validFrom"))
        .whereRef("dated.institutionId", "=", "institution.id")
        .where("dated.validFrom", "<=", on),
    )
    .$if(only !== undefined, (query) => query.where("institution.id", "in", only as string[]))
    .orderBy("institution.code")
    .execute();
  const found = new Map<string, Institution>();
  for (const { id, code, country, locale, name, acronym } of rows) {
    const institution = found.get(id) ?? { id, code, country, name: {}, acronym: acronym ?? code };
    institution.name[locale as Locale] = name;
    found.set(id, institution);
  }
  return [...found.values()];
}
