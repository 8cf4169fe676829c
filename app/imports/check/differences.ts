import type { PersonDetails } from "#app/people/commands.ts";
import type { PersonFacts } from "#app/people/form.ts";
import type { findProfile } from "#app/people/queries.ts";
import type { Zone } from "#app/time/zones.ts";
import { type RowFacts, type RowField, rowFields } from "./row-facts.ts";

export type StoredPerson = NonNullable<Awaited<ReturnType<typeof findProfile>>>;

const columnOf = (field: RowField) => (field === "homeInstitutionId" ? ("institutionId" as const) : field);

/** The fields of which a row says something else than what is stored. What it leaves empty stays. */
export function differingFields(facts: RowFacts, stored: StoredPerson, hasAccount: boolean): RowField[] {
  const isKnownWhole = isWholeName(stored, facts.wholeName ?? "");
  return rowFields.filter((field) => {
    if (isKnownWhole && partsOfName.has(field)) return false;
    // whoever has an account is written to at its address, which only they and the administration change
    if (field === "email" && hasAccount) return false;
    return facts[field] !== "" && facts[field] !== (stored[columnOf(field)] ?? "");
  });
}

/** What a whole name is taken apart into. */
const partsOfName: ReadonlySet<RowField> = new Set(["familyName", "givenName", "nativeName"]);

/**
 * Whether somebody is called so already: then its parts, which are guessed, tell nothing new of them. A second surname
 * is often left out, also by our own lists where a name is in Japanese.
 */
function isWholeName({ familyName, givenName, secondSurname, nativeName, latinName }: StoredPerson, text: string) {
  if (text === "") return false;
  const surnames = [[familyName, secondSurname], [familyName]];
  const whole = surnames.flatMap((names) => [
    [...names, givenName],
    [givenName, ...names],
  ]);
  return [[nativeName], [latinName], ...whole].some((parts) => spaceless(parts.join(" ")) === spaceless(text));
}

const spaceless = (text: string) => text.replace(/\s+/gu, "");

type Details = Parameters<typeof import("#app/people/commands.ts").changePerson>[2];

/** What is stored as a command takes it, with these fields of a row in their place. */
export function changedDetails(stored: StoredPerson, facts: RowFacts, fields: readonly RowField[]): Details {
  const changed = Object.fromEntries(fields.map((field) => [columnOf(field), facts[field]]));
  return { ...storedDetails(stored, fields.includes("email")), ...changed } as Details;
}

/** As it was before: the address only where it was changed. */
export function storedDetails(stored: StoredPerson, hasEmail: boolean): Details {
  const { familyName, givenName, locale, zone, country, institutionId, email } = stored;
  return {
    ...{ familyName, givenName, locale, zone, country, institutionId },
    secondSurname: stored.secondSurname ?? "",
    nativeName: stored.nativeName ?? "",
    kana: stored.kana ?? "",
    latinName: stored.latinName ?? "",
    post: stored.post ?? "",
    postLevel: stored.postLevel ?? "",
    sex: stored.sex ?? "",
    ...(hasEmail && { email }),
  } satisfies PersonDetails;
}

export const newFacts = ({ wholeName: _, ...facts }: RowFacts, zone: Zone): PersonFacts =>
  ({ ...facts, zone }) as unknown as PersonFacts;
