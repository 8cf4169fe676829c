import type { Reach } from "#app/access/permissions.ts";
import type { Locale, Texts } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";

export type Programme = { id: string; code: string; title: Texts };

/** Programmes in which a coordinator may plan. */
export async function listProgrammes(db: Reader, reach: Reach): Promise<Programme[]> {
  if (!reach.everywhere && !reach.programmeIds.length) return [];
  const rows = await db
    .selectFrom("programme")
    .leftJoin("programmeText", "programmeText.programmeId", "programme.id")
    .select(["programme.id", "programme.code", "programmeText.locale", "programmeText.title"])
    .$if(!reach.everywhere, (query) => query.where("programme.id", "in", reach.programmeIds))
    .orderBy("programme.code")
    .execute();
  const found = new Map<string, Programme>();
  for (const { id, code, locale, title } of rows) {
    const programme = found.get(id) ?? { id, code, title: {} };
    if (locale && title) programme.title[locale as Locale] = title;
    found.set(id, programme);
  }
  return [...found.values()];
}

export async function listThemes(db: Reader): Promise<{ id: string; name: Texts }[]> {
  const rows = await db
    .selectFrom("theme")
    .innerJoin("themeText", "themeText.themeId", "theme.id")
    .select(["theme.id", "themeText.locale", "themeText.name"])
    .orderBy("theme.position")
    .execute();
  const found = new Map<string, { id: string; name: Texts }>();
  for (const { id, locale, name } of rows) {
    const theme = found.get(id) ?? { id, name: {} };
    theme.name[locale as Locale] = name;
    found.set(id, theme);
  }
  return [...found.values()];
}

/** The parties whose emblems stand on a programme's documents, and who signs them. */
export async function findProgrammeParties(db: Reader, programmeId: string) {
  const parties = await db
    .selectFrom("programmeParty")
    .select(["institutionId", "role"])
    .where("programmeId", "=", programmeId)
    .orderBy("position")
    .execute();
  const signatories = await db
    .selectFrom("programmeSignatory")
    .select(["name", "postEs", "postJa", "postEn"])
    .where("programmeId", "=", programmeId)
    .orderBy("position")
    .execute();
  return {
    institutionIds: [...new Set(parties.map(({ institutionId }) => institutionId))],
    signatories: signatories.map(({ name, postEs, postJa, postEn }) => ({ name, post: { es: postEs, ja: postJa, en: postEn } })),
  };
}
