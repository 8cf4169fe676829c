import { everywhere, type Reach } from "#app/access/permissions.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reader } from "#db/database.ts";

/** Every programme within reach that is not in the archive, for choosing one. */
export async function programmeChoices(
  db: Reader,
  { locale, t }: { locale: Locale; t: Translator },
  reach: Reach = everywhere,
): Promise<Option[]> {
  const programmes = await listProgrammes(db, reach);
  return programmes
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, code, title }) => ({
      value: id,
      label: t("people:choice.programme", { code, title: textIn(title, locale).text }),
    }));
}
