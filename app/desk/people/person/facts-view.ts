import type { findPersonWithin } from "#app/enrolment/people/within-reach.queries.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatDate } from "#app/i18n/format.ts";
import { endonyms } from "#app/i18n/locales.ts";
import { countryName } from "#app/institutions/country-name.ts";
import type { InstitutionOf } from "#app/institutions/institution-names.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Id } from "#db/id.ts";

type Person = NonNullable<Awaited<ReturnType<typeof findPersonWithin>>>;

type Named = { email: string | null; institutionOf: InstitutionOf };

/** What is known of somebody, in the reader's words; what is not known is empty. */
export function factsOf({ locale, t, actor }: Reading, person: Person, { email, institutionOf }: Named) {
  return {
    ...namesOf(person),
    institution: institutionOf(person.institutionId as Id<"institution"> | null),
    post: person.post ?? "",
    postLevel: person.postLevel,
    sex: person.sex,
    country: countryName(person.country, locale, t),
    zone: cityOf(person.zone, t),
    language: { code: person.locale, name: endonyms[person.locale] },
    email: email ?? "",
    certificate: person.nameConfirmedAt && {
      name: person.certificateName ?? "",
      second: person.certificateSecondName ?? "",
      confirmed: formatDate(locale, localDate(person.nameConfirmedAt, actor.zone)),
    },
    since: formatDate(locale, localDate(person.createdAt, actor.zone)),
  };
}

const namesOf = ({ familyName, givenName, secondSurname, nativeName, kana, latinName }: Person) => ({
  familyName,
  givenName,
  secondSurname: secondSurname ?? "",
  nativeName: nativeName ?? "",
  kana: kana ?? "",
  latinName: latinName ?? "",
});
