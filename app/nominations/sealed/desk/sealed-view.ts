import { formatDate, formatInstant } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { eraseDay } from "#app/nominations/application/application-view.ts";
import { sealedSections } from "#app/nominations/application/rules.ts";
import type { FilledIn } from "#app/nominations/application/standing.queries.ts";
import { listReadings, listSealed } from "#app/nominations/sealed/queries.ts";
import { shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Page = { db: Reader; locale: Locale; t: Translator; zone: Zone };

/** The sensitive sections of an application, and whether each still has answers: not what these are. */
export async function sealedParts(filled: FilledIn, workshop: Workshop, { db, locale, t, zone }: Page) {
  const { application, version } = filled;
  const rows = application ? await listSealed(db, application.id) : [];
  return sealedSections(version.content).map((section) => {
    const row = rows.find((one) => one.section === section.key);
    return {
      key: section.key,
      title: textIn(section.title, locale),
      state: row ? (row.erasedAt ? ("erased" as const) : ("kept" as const)) : ("none" as const),
      until: eraseDay(section, workshop, { locale, t }) ?? "",
      erasedOn: row?.erasedAt ? formatDate(locale, localDate(row.erasedAt, zone)) : "",
    };
  });
}

/** Who has opened which section and when, the latest first. */
export async function readingsView(
  applicationId: Id<"application"> | undefined,
  { version }: Pick<FilledIn, "version">,
  { db, locale, zone }: Omit<Page, "t">,
) {
  const titles = new Map(version.content.sections.map(({ key, title }) => [key, textIn(title, locale)]));
  const rows = applicationId ? await listReadings(db, applicationId) : [];
  return rows.map(({ id, section, at, familyName, givenName, ...names }) => ({
    id,
    section: titles.get(section) ?? null,
    by: familyName === null || givenName === null ? "" : shownName({ familyName, givenName, ...names }).name,
    at: formatInstant(locale, at, zone),
  }));
}

export type ReadingsView = Awaited<ReturnType<typeof readingsView>>;
