import type { listPeopleToMatch } from "#app/imports/queries.ts";
import type { Recognised } from "#app/people/matching/matching.rules.ts";

import type { RowFacts } from "./row-facts.ts";

type Person = Awaited<ReturnType<typeof listPeopleToMatch>>[number];
type Names = { familyName: string; givenName: string; secondSurname: string | null };

const isLatin = (text: string) => /^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(text);

const joined = ({ familyName, secondSurname, givenName }: Names) =>
  [familyName, secondSurname, givenName].filter(Boolean).join(" ");

/** As the rule compares people: their own script, and the Latin one where they have it. */
function namesOf(names: Names, nativeName: string | null, latinName: string | null) {
  const whole = joined(names);
  return { native: nativeName || whole, latin: latinName || (isLatin(whole) ? whole : "") };
}

export const knownPerson = (person: Person) => ({
  id: person.id,
  email: person.accountEmail ?? person.email ?? "",
  kana: person.kana ?? "",
  institutionId: person.institutionId,
  ...namesOf(person, person.nativeName, person.latinName),
});

export const recognisedRow = (facts: RowFacts): Recognised => ({
  email: facts.email,
  kana: facts.kana,
  institutionId: facts.homeInstitutionId || null,
  ...namesOf(facts, facts.nativeName, facts.latinName),
});
