import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findLatestVersion, listForms } from "./queries.ts";

/** The forms that a call may ask for. */
export const formChoices = async ({ db, locale }: { db: Reader; locale: Locale }): Promise<Option[]> =>
  (await listForms(db)).map(({ formId, content }) => ({ value: formId, label: textIn(content.title, locale).text }));

export async function formTitle(db: Reader, formId: Id<"applicationForm">, locale: Locale) {
  const version = await findLatestVersion(db, formId);
  return version ? textIn(version.content.title, locale) : null;
}
