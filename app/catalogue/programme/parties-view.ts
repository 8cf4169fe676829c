import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";
import type { Institution } from "#app/institutions/queries.ts";
import type { PartyRole } from "#app/programmes/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Id } from "#db/id.ts";

type PartyView = {
  code: string;
  name: Localised;
  country: { code: string; name: string };
  /** What it does, as its roles in their order. */
  roles: PartyRole[];
};

/** Each institution once, where it comes first, with all of its roles. */
export function partiesView(
  parties: { institutionId: Id<"institution">; role: PartyRole }[],
  institutions: Institution[],
  { locale, t }: { locale: Locale; t: Translator },
): PartyView[] {
  const rolesOf = Map.groupBy(parties, ({ institutionId }) => institutionId);
  return [...rolesOf].flatMap(([id, own]) => {
    const institution = institutions.find((candidate) => candidate.id === id);
    if (!institution) return [];
    const { code, name, country } = institution;
    return {
      code,
      name: textIn(name, locale),
      country: { code: country, name: countryName(country, locale, t) },
      roles: own.map(({ role }) => role),
    };
  });
}

/** The day whose names a programme shows: today, or of its own days the one that is nearest to that. */
export const dayOfNames = ({ startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate }, today: LocalDate) => {
  if (today < startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
};
