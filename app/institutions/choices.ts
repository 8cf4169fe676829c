import { collator } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listInstitutions } from "./queries.ts";

/** Of a request: in whose words, and when. */
type Wording = { locale: Locale; t: Translator; at: Instant };

/** Under the names of today. */
export async function institutionChoices(
  db: Reader,
  { locale, t, at }: Wording,
  only?: Id<"institution">[],
): Promise<Option[]> {
  const institutions = await listInstitutions(db, localDate(at, capitalZones.MX), only);
  const compare = collator(locale);
  return institutions
    .map(({ id, name, acronym }) => ({
      value: id,
      label: t("people:choice.institution", { name: textIn(name, locale).text, acronym }),
    }))
    .sort((a, b) => compare(a.label, b.label));
}
