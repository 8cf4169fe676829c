import { cityInstant } from "#app/i18n/city-of.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { listReadersCopies } from "#app/materials/queries.ts";
import { type ShownName, shownName } from "#app/people/names.ts";
import type { Zone } from "#app/time/zones.ts";

export type CopyView = {
  code: string;
  reader: ShownName;
  email: string;
  made: string;
  version: number;
  number: number;
  title: string;
};

type Copy = Awaited<ReturnType<typeof listReadersCopies>>[number];

/** Whose copy it is, and when it was made. */
export const copyView = (copy: Copy, { locale, zone, t }: { locale: Locale; zone: Zone; t: Translator }): CopyView => ({
  code: copy.code,
  reader: shownName(copy),
  email: copy.email,
  made: cityInstant({ locale, t }, copy.madeAt, zone),
  version: copy.version,
  number: copy.number,
  title: copy.title,
});
