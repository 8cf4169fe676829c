import type { Locale } from "#app/i18n/locales.ts";
import { locales } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { listCodes, listEveryName, listInstitutions } from "#app/institutions/queries.ts";
import { countries } from "#app/institutions/rules.ts";
import { postLevels, sexes } from "#app/people/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import type { Reader } from "#db/database.ts";
import { asId } from "#db/id.ts";
import type { ImportColumn } from "./layout.ts";
import { wordKey, wordsMeant } from "./words.ts";

type Wording = { locale: Locale; t: Translator; at: Instant };

/** What the layout offers in its columns, in its reader's words: each is understood when the list comes back. */
export async function layoutChoices(db: Reader, wording: Wording): Promise<Partial<Record<ImportColumn, string[]>>> {
  const { t } = wording;
  return {
    institution: await institutionWords(db, wording),
    postLevel: postLevels.map((level) => t(`people:choice.postLevel.${level}`)),
    country: countries.map((country) => t(`common:country.${country}`)),
    sex: sexes.map((sex) => t(`people:choice.sex.${sex}`)),
    locale: locales.map((locale) => t(`common:language.${locale}`)),
  };
}

/** Names with their acronyms, as forms offer them; a code where that means several institutions. */
async function institutionWords(db: Reader, wording: Wording): Promise<string[]> {
  const today = await listInstitutions(db, localDate(wording.at, capitalZones.MX));
  const { institution } = wordsMeant(today, await listEveryName(db));
  const codes = await listCodes(db);
  return (await institutionChoices(db, wording)).map(({ value, label }) =>
    institution.get(wordKey(label))?.id === value ? label : (codes.get(asId(value)) ?? label),
  );
}
