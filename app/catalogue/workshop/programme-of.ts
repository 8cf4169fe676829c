import { textIn } from "#app/i18n/locales.ts";
import { findProgrammeName } from "#app/programmes/queries.ts";
import type { Public, Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";

/** The programme that a workshop belongs to; one without a title goes by its code. */
export async function programmeOf({ db, locale }: Reading<Public>, { programmeId }: Workshop) {
  const { code, title } = await findProgrammeName(db, programmeId);
  const titled = textIn(title, locale);
  return { code, title: titled.text ? titled : { text: code, lang: locale } };
}
