import { cityOf } from "#app/i18n/city-of.ts";
import { collator } from "#app/i18n/format.ts";
import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { instantToWall, localDate } from "#app/time/wall-time.ts";
import { capitalZones, offsetText, zones } from "#app/time/zones.ts";
import type { Reader } from "#db/database.ts";
import { listProgrammeTitles } from "./queries.ts";

export type Choice = { value: string; label: string };
/** Of a request: in whose words, and when. */
type Wording = { locale: Locale; t: Translator; at: Instant };

/** City and distance from UTC: what the platform calls these zones is misleading in Japanese. */
export const zoneChoices = ({ t, at }: Wording): Choice[] =>
  zones.map((zone) => ({
    value: zone,
    label: t("people:choice.zone", {
      city: cityOf(zone, t),
      offset: offsetText(at, instantToWall(at, zone)),
    }),
  }));

/** Under the names of today. */
export async function institutionChoices(db: Reader, { locale, t, at }: Wording, only?: string[]): Promise<Choice[]> {
  const institutions = await listInstitutions(db, localDate(at, capitalZones.MX), only);
  const compare = collator(locale);
  return institutions
    .map(({ id, name, acronym }) => ({ value: id, label: t("people:choice.institution", { name: textIn(name, locale).text, acronym }) }))
    .sort((a, b) => compare(a.label, b.label));
}

export async function programmeChoices(db: Reader, { locale, t }: Wording): Promise<Choice[]> {
  const found = new Map<string, { code: string; title: Texts }>();
  for (const { id, code, locale: lang, title } of await listProgrammeTitles(db)) {
    const programme = found.get(id) ?? { code, title: {} };
    if (lang && title) programme.title[lang] = title;
    found.set(id, programme);
  }
  return [...found].map(([value, { code, title }]) => ({
    value,
    label: t("people:choice.programme", { code, title: textIn(title, locale).text }),
  }));
}
