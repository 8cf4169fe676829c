import { fileKinds } from "#app/files/kinds.rules.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { languageName } from "#app/materials/materials-view.ts";
import { materialLanguages } from "#app/materials/rules.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Visit = { db: Reader; locale: Locale; t: Translator };

/** What the lists of a material's form offer. */
export async function materialChoices({ db, locale, t }: Visit, workshopId: Id<"workshop">) {
  const sessions = await listSessionsOf(db, [workshopId]);
  return {
    languages: materialLanguages.map((language) => ({ value: language, label: languageName(language, t) })),
    sessions: sessions.map(({ id, number, title }) => ({
      value: id as string,
      label: [t("materials:group.session", { number }), textIn(title, locale).text].filter(Boolean).join(" · "),
    })),
  };
}

/** What the browser offers to choose. */
export const acceptedFiles = [...fileKinds, "jpeg"].map((kind) => `.${kind}`).join(",");
