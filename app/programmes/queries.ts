import type { Reach } from "#app/access/permissions.ts";
import type { Locale, Texts } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type Programme = {
  id: Id<"programme">;
  code: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  isArchived: boolean;
  title: Texts;
};

/** The programmes within reach, with their titles. */
export async function listProgrammes(db: Reader, reach: Reach): Promise<Programme[]> {
  if (!reach.everywhere && !reach.programmeIds.length) return [];
  const rows = await db
    .selectFrom("programme")
    .leftJoin("programmeText", "programmeText.programmeId", "programme.id")
    .select([
      "programme.id",
      "programme.code",
      "programme.startsOn",
      "programme.endsOn",
      "programme.archivedAt",
      "programmeText.locale",
      "programmeText.title",
    ])
    .$if(!reach.everywhere, (query) => query.where("programme.id", "in", reach.programmeIds))
    .orderBy("programme.code")
    .execute();
  const found = new Map<Id<"programme">, Programme>();
  for (const { id, code, startsOn, endsOn, archivedAt, locale, title } of rows) {
    const isArchived = archivedAt !== null;
    const programme = found.get(id) ?? { id, code, startsOn, endsOn, isArchived, title: {} };
    if (locale && title) programme.title[locale] = title;
    found.set(id, programme);
  }
  return [...found.values()];
}

export async function listThemes(db: Reader): Promise<{ id: Id<"theme">; name: Texts }[]> {
  const rows = await db
    .selectFrom("theme")
    .innerJoin("themeText", "themeText.themeId", "theme.id")
    .select(["theme.id", "themeText.locale", "themeText.name"])
    .orderBy("theme.position")
    .execute();
  const found = new Map<Id<"theme">, { id: Id<"theme">; name: Texts }>();
  for (const { id, locale, name } of rows) {
    const theme = found.get(id) ?? { id, name: {} };
    theme.name[locale] = name;
    found.set(id, theme);
  }
  return [...found.values()];
}

export async function isProgramme(db: Reader, id: Id<"programme">): Promise<boolean> {
  return (await db.selectFrom("programme").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

/** A programme with everything that its form holds. */
export async function findProgramme(db: Reader, code: string) {
  const programme = await db
    .selectFrom("programme")
    .select(["id", "code", "startsOn", "endsOn", "archivedAt"])
    .where("code", "=", code)
    .executeTakeFirst();
  if (!programme) return null;
  const texts = await db
    .selectFrom("programmeText")
    .select(["locale", "title", "summary"])
    .where("programmeId", "=", programme.id)
    .orderBy("locale")
    .execute();
  return {
    ...programme,
    texts,
    parties: await listParties(db, programme.id),
    signatories: await listSignatories(db, programme.id),
  };
}
export type StoredProgramme = NonNullable<Awaited<ReturnType<typeof findProgramme>>>;

/** The parties of several programmes, each programme's in their order. */
export async function listPartiesOf(db: Reader, programmeIds: Id<"programme">[]) {
  if (!programmeIds.length) return [];
  return db
    .selectFrom("programmeParty")
    .select(["programmeId", "institutionId", "role"])
    .where("programmeId", "in", programmeIds)
    .orderBy("programmeId")
    .orderBy("position")
    .execute();
}

const listParties = (db: Reader, programmeId: Id<"programme">) =>
  db
    .selectFrom("programmeParty")
    .select(["institutionId", "role"])
    .where("programmeId", "=", programmeId)
    .orderBy("position")
    .execute();

/** In their order. A language without a post has an empty one. */
async function listSignatories(
  db: Reader,
  programmeId: Id<"programme">,
): Promise<{ name: string; post: Record<Locale, string> }[]> {
  const rows = await db
    .selectFrom("programmeSignatory as signatory")
    .leftJoin("programmeSignatoryText as text", (join) =>
      join.onRef("text.programmeId", "=", "signatory.programmeId").onRef("text.position", "=", "signatory.position"),
    )
    .select(["signatory.position", "signatory.name", "text.locale", "text.post"])
    .where("signatory.programmeId", "=", programmeId)
    .orderBy("signatory.position")
    .execute();
  const found = new Map<number, { name: string; post: Record<Locale, string> }>();
  for (const { position, name, locale, post } of rows) {
    const signatory = found.get(position) ?? { name, post: { es: "", ja: "", en: "" } };
    if (locale && post) signatory.post[locale] = post;
    found.set(position, signatory);
  }
  return [...found.values()];
}

export async function findProgrammeTitle(db: Reader, programmeId: Id<"programme">): Promise<Texts> {
  const rows = await db
    .selectFrom("programmeText")
    .select(["locale", "title"])
    .where("programmeId", "=", programmeId)
    .execute();
  return Object.fromEntries(rows.map(({ locale, title }) => [locale, title]));
}

/** Its code and its title, for a link. */
export async function findProgrammeName(
  db: Reader,
  programmeId: Id<"programme">,
): Promise<{ code: string; title: Texts }> {
  return { code: await findProgrammeCode(db, programmeId), title: await findProgrammeTitle(db, programmeId) };
}

export async function findProgrammeCode(db: Reader, programmeId: Id<"programme">): Promise<string> {
  const { code } = await db
    .selectFrom("programme")
    .select("code")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return code;
}

/** Whose emblems stand on a programme's documents, and who signs them. A language without a post has an empty one. */
export async function findProgrammeParties(db: Reader, programmeId: Id<"programme">) {
  const parties = await listParties(db, programmeId);
  return {
    institutionIds: [...new Set(parties.map(({ institutionId }) => institutionId))],
    signatories: await listSignatories(db, programmeId),
  };
}

/** On which programmes' lists somebody is, and since when. */
export async function listProgrammesListing(db: Reader, personId: Id<"person">) {
  return db
    .selectFrom("programmePerson")
    .innerJoin("programme", "programme.id", "programmePerson.programmeId")
    .select(["programme.id", "programme.code", "programmePerson.addedAt"])
    .where("programmePerson.personId", "=", personId)
    .orderBy("programme.code")
    .execute();
}
