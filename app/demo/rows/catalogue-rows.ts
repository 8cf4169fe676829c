import { institutions } from "#app/demo/content/institutions.ts";
import type { ProgrammeContent } from "#app/demo/content/programmes.ts";
import { addedThemes, agreementThemes } from "#app/demo/content/themes.ts";
import { locales } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { asId } from "#db/id.ts";
import { known, type World } from "./world.ts";

/** Older than everything that is recorded about anybody. */
const beginning = "2017-06-01T15:00:00.000Z";

/** Rows, and programmes below too: the commands draw their ids, and the same `at` has to give the same ones. */
export function addInstitutions({ rows, id, institutionIds }: World): void {
  for (const { code, country, history } of institutions) {
    const institutionId = id<"institution">();
    institutionIds.set(code, institutionId);
    rows.institution.push({ id: institutionId, code, country, createdAt: beginning });
    for (const { validFrom, names, acronym } of history) {
      for (const locale of locales)
        rows.institutionName.push({ institutionId, validFrom, locale, name: names[locale], acronym });
    }
  }
}

/** Those of the agreement are there already. */
export function addThemes({ rows, id, themeIds }: World): void {
  for (const theme of agreementThemes) themeIds.set(theme.code, asId<"theme">(theme.id));
  for (const [index, { code, names }] of addedThemes.entries()) {
    const themeId = id<"theme">();
    themeIds.set(code, themeId);
    rows.theme.push({ id: themeId, code, position: agreementThemes.length + index + 1 });
    for (const locale of locales) rows.themeText.push({ themeId, locale, name: names[locale] });
  }
}

export function addProgrammeRows(
  world: World,
  content: ProgrammeContent,
  startsOn: LocalDate,
  endsOn: LocalDate,
): void {
  const { rows, id, programmeIds, institutionIds } = world;
  const programmeId = id<"programme">();
  programmeIds.set(content.code, programmeId);
  rows.programme.push({ id: programmeId, code: content.code, startsOn, endsOn, createdAt: beginning });
  for (const locale of locales) rows.programmeText.push({ programmeId, locale, ...content.texts[locale] });
  for (const [index, [code, role]] of content.parties.entries()) {
    rows.programmeParty.push({ programmeId, institutionId: known(institutionIds, code), role, position: index + 1 });
  }
  for (const [index, { name, post }] of content.signatories.entries()) {
    const place = { programmeId, position: index + 1 };
    rows.programmeSignatory.push({ ...place, name });
    for (const locale of locales) rows.programmeSignatoryText.push({ ...place, locale, post: post[locale] });
  }
}

/** The Japanese fiscal year that holds a day, by its first day. */
export function fiscalYearStart(date: LocalDate): LocalDate {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < "04-01" ? 1 : 0);
  return `${year}-04-01`;
}
