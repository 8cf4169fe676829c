import type { Texts } from "#app/i18n/locales.ts";
import { searchWords } from "#app/tables/search.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { DatedName } from "./rules.ts";

export type Institution = {
  id: Id<"institution">;
  code: string;
  country: string;
  name: Texts;
  acronym: string;
  isArchived: boolean;
};

/** Institutions with the names they had on a day; one that had none on record yet, with its first. */
export async function listInstitutions(db: Reader, on: LocalDate, only?: Id<"institution">[]): Promise<Institution[]> {
  if (only?.length === 0) return [];
  const rows = await db
    .selectFrom("institution")
    .innerJoin("institutionName", "institutionName.institutionId", "institution.id")
    .select([
      "institution.id",
      "institution.code",
      "institution.country",
      "institution.archivedAt",
      "institutionName.locale",
      "institutionName.name",
      "institutionName.acronym",
    ])
    .where("institutionName.validFrom", "=", ({ selectFrom, fn }) => {
      const dated = selectFrom("institutionName as dated").whereRef("dated.institutionId", "=", "institution.id");
      return fn.coalesce(
        dated.select(({ fn }) => fn.max("dated.validFrom").as("validFrom")).where("dated.validFrom", "<=", on),
        dated.select(({ fn }) => fn.min("dated.validFrom").as("validFrom")),
      );
    })
    .$if(only !== undefined, (query) => query.where("institution.id", "in", only as Id<"institution">[]))
    .orderBy("institution.code")
    .execute();
  const found = new Map<Id<"institution">, Institution>();
  for (const { id, code, country, archivedAt, locale, name, acronym } of rows) {
    const isArchived = archivedAt !== null;
    const institution = found.get(id) ?? { id, code, country, name: {}, acronym: acronym ?? code, isArchived };
    institution.name[locale] = name;
    found.set(id, institution);
  }
  return [...found.values()];
}

/** Every name that institutions have or had, in any language, with its acronym. */
export const listEveryName = (db: Reader) =>
  db
    .selectFrom("institutionName")
    .innerJoin("institution", "institution.id", "institutionName.institutionId")
    .select(["institution.id", "institution.code", "institutionName.name", "institutionName.acronym"])
    .execute();

/** Every institution's code, by its id. */
export async function listCodes(db: Reader): Promise<Map<Id<"institution">, string>> {
  const rows = await db.selectFrom("institution").select(["id", "code"]).execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** Whether there is none yet. */
export const isWithoutInstitutions = async (db: Reader) =>
  (await db.selectFrom("institution").select("id").limit(1).executeTakeFirst()) === undefined;

export async function isInstitution(db: Reader, id: Id<"institution">): Promise<boolean> {
  return (await db.selectFrom("institution").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

export async function findCountry(db: Reader, id: Id<"institution">): Promise<string | null> {
  const row = await db.selectFrom("institution").select("country").where("id", "=", id).executeTakeFirst();
  return row?.country ?? null;
}

export async function findInstitution(db: Reader, code: string) {
  const row = await db
    .selectFrom("institution")
    .select(["id", "code", "country", "archivedAt"])
    .where("code", "=", code)
    .executeTakeFirst();
  return row ?? null;
}

/** Every name of an institution, from the earliest on. */
export async function listDatedNames(db: Reader, institutionId: Id<"institution">): Promise<DatedName[]> {
  const rows = await db
    .selectFrom("institutionName")
    .select(["validFrom", "locale", "name", "acronym"])
    .where("institutionId", "=", institutionId)
    .orderBy("validFrom")
    .execute();
  const found = new Map<LocalDate, DatedName>();
  for (const { validFrom, locale, name, acronym } of rows) {
    const dated = found.get(validFrom) ?? { validFrom, name: {}, acronym };
    dated.name[locale] = name;
    found.set(validFrom, dated);
  }
  return [...found.values()];
}

/** The institutions of whose names, of whatever day and language, acronym or code a word begins so. */
export async function listInstitutionsNamed(db: Reader, word: string): Promise<Id<"institution">[]> {
  const rows = await db
    .selectFrom("institution")
    .innerJoin("institutionName", "institutionName.institutionId", "institution.id")
    .select(["institution.id", "institution.code", "institutionName.name", "institutionName.acronym"])
    .execute();
  const found = rows.filter(({ code, name, acronym }) =>
    searchWords([code, name, acronym]).some((begin) => begin.startsWith(word)),
  );
  return [...new Set(found.map(({ id }) => id))];
}
