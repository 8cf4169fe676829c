import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import type { PlacedOrigin } from "#app/progress/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reader } from "#db/database.ts";

/** In full, and short for the chart. */
export type OriginName = Localised & { acronym: string };
export type OriginNames = (origin: Pick<PlacedOrigin, "institutionId" | "institution">) => OriginName;

type Naming = { db: Reader; locale: Locale; t: Translator; on: LocalDate };

/** Names that the given institutions bear on a day. */
export async function originNames(
  { db, locale, t, on }: Naming,
  origins: Pick<PlacedOrigin, "institutionId">[],
): Promise<OriginNames> {
  const ids = [...new Set(origins.flatMap(({ institutionId }) => institutionId ?? []))];
  const institutions = new Map(
    (await listInstitutions(db, on, ids)).map((institution) => [institution.id, institution]),
  );
  return ({ institutionId, institution: code }) => {
    if (institutionId === null)
      return { text: t("progress:noInstitution"), lang: locale, acronym: t("progress:noInstitution") };
    const known = institutions.get(institutionId);
    const acronym = known?.acronym ?? code ?? "";
    return known ? { ...textIn(known.name, locale), acronym } : { text: acronym, lang: locale, acronym };
  };
}
