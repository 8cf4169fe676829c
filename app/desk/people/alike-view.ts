import type { listAlike } from "#app/enrolment/people/alike.queries.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Reader } from "#db/database.ts";

type Found = Awaited<ReturnType<typeof listAlike>>;

/** Those who may be the same person, as a page shows them. */
export async function alikeRows(db: Reader, { locale, at }: Pick<Reading, "locale" | "at">, found: Found) {
  const institutionOf = await institutionNames(db, localDate(at, capitalZones.MX), locale);
  return found.map(({ id, by, institutionId, post, ...names }) => ({
    id,
    by,
    name: shownName(names),
    institution: institutionOf(institutionId),
    post: post ?? "",
  }));
}
