import { collator } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type Institution, listInstitutions } from "./queries.ts";

/** Of a request: in whose words, and when. */
type Wording = { locale: Locale; t: Translator; at: Instant };

/**
 * What forms offer, under the names of today. Those in the archive are left out.
 * @param stored what has been chosen before: it stays among the choices
 */
export async function institutionChoices(
  db: Reader,
  wording: Wording,
  stored: readonly (Id<"institution"> | null)[] = [],
): Promise<Option[]> {
  const institutions = await listInstitutions(db, localDate(wording.at, capitalZones.MX));
  return inWords(
    institutions.filter(({ id, isArchived }) => !isArchived || stored.includes(id)),
    wording,
  );
}

/** The same for institutions that are only read about: all, or these. */
export async function institutionLabels(db: Reader, wording: Wording, only?: Id<"institution">[]): Promise<Option[]> {
  return inWords(await listInstitutions(db, localDate(wording.at, capitalZones.MX), only), wording);
}

function inWords(institutions: Institution[], { locale, t }: Wording): Option[] {
  const compare = collator(locale);
  return institutions
    .map(({ id, name, acronym }) => ({
      value: id,
      label: t("people:choice.institution", { name: textIn(name, locale).text, acronym }),
    }))
    .sort((a, b) => compare(a.label, b.label));
}
