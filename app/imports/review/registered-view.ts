import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { ImportRow } from "#app/imports/rows.queries.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { listCodes } from "#app/institutions/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import { asId } from "#db/id.ts";

const unknown = new Set(["import:error.institution", "import:error.institutionTwice", "import:error.institutionCode"]);

/** Whether one of these rows names an institution in a way that cannot be understood. */
export const namesUnknownInstitution = (rows: readonly Pick<ImportRow, "errors">[]): boolean =>
  rows.some(({ errors }) =>
    errors.some(({ message }) => unknown.has(typeof message === "string" ? message : message.key)),
  );

type Wording = { locale: Locale; t: Translator; at: Instant };

/** How the institutions are called here. */
export async function registeredInstitutions(db: Reader, wording: Wording): Promise<{ code: string; name: string }[]> {
  const codes = await listCodes(db);
  const choices = await institutionChoices(db, wording);
  return choices.map(({ value, label }) => ({ code: codes.get(asId(value)) ?? "", name: label }));
}
