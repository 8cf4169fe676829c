import { shownName } from "#app/people/names.ts";
import type { CheckedNominee } from "./checked-list.ts";

export type PreviewedNominee = ReturnType<typeof previewOf>[number];

/** The rows as their preview shows them. */
export const previewOf = (rows: readonly CheckedNominee[]) =>
  rows.map(({ line, verdict, errors, facts, person, alike }) => ({
    ...{ line, verdict, errors },
    name: person ? shownName(person).name : nameOf(facts),
    email: person ? (person.accountEmail ?? person.email ?? "") : facts.email,
    post: person ? (person.post ?? "") : facts.post,
    alike: alike.map((one) => ({ id: one.id, name: shownName(one).name, post: one.post ?? "" })),
  }));

const nameOf = ({ familyName, givenName, secondSurname, nativeName, latinName }: CheckedNominee["facts"]) =>
  shownName({
    ...{ familyName, givenName, secondSurname: secondSurname || null },
    ...{ nativeName: nativeName || null, latinName: latinName || null },
  }).name;
