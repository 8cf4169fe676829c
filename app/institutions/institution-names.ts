import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listInstitutions } from "./queries.ts";

export type InstitutionOf = Awaited<ReturnType<typeof institutionNames>>;

/** What people's institutions were called on a day, in one language; an empty text for those who have none. */
export async function institutionNames(
  db: Reader,
  on: LocalDate,
  locale: Locale,
): Promise<(id: Id<"institution"> | null) => Localised> {
  const names = new Map((await listInstitutions(db, on)).map(({ id, name }) => [id, name]));
  return (id) => textIn((id && names.get(id)) || {}, locale);
}
