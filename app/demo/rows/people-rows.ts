import type { Role } from "#app/access/permissions.ts";
import { accountHolders } from "#app/demo/accounts.ts";
import type { InstitutionCode } from "#app/demo/content/institutions.ts";
import { japaneseKey, keyOf, passportName, withoutMacrons } from "#app/demo/content/names.ts";
import { type JapanesePerson, officialsOfJapan, visitorsOf2017 } from "#app/demo/content/people-japan.ts";
import { listedPeople } from "#app/demo/content/people-listed.ts";
import { type MexicanPerson, officialsOfMexico, unconfirmed } from "#app/demo/content/people-mexico.ts";
import { levelOf, type PostLevel } from "#app/demo/content/post-levels.ts";
import { sexOf } from "#app/demo/content/sexes.ts";
import { mailKeys, nameKeys } from "#app/people/matching/keys.rules.ts";
import { personWords, sortKeys } from "#app/people/names.ts";
import type { Sex } from "#app/people/rules.ts";
import { searchWords } from "#app/tables/search.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import type { PersonTable } from "#db/schema.ts";
import type { Row } from "./rows.ts";
import { known, type World } from "./world.ts";

export type SeededPerson = {
  /** The part of the address before the @. */
  key: string;
  personId: Id<"person">;
  accountId: Id<"account">;
  institution: InstitutionCode;
  post: string;
  postLevel: PostLevel;
  role: Role;
  /** Named in participants, never drawn for them. */
  isDrawn: boolean;
  /** Since when they have an account. */
  since: Instant;
};

/** Before the workshop of 2017 was planned. */
const when2017: Instant = "2017-06-15T15:00:00.000Z";

/** Marks the keys that several of those have who have been added: they may be one. */
export function markSharedKeys({ rows }: World): void {
  const counts = new Map<string, number>();
  for (const { key } of rows.personKey) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const row of rows.personKey) row.isShared = (counts.get(row.key) ?? 0) > 1;
}

export const addHolders = (world: World, passwordHash: string) =>
  accountHolders.map((holder) => addHolder(world, holder, passwordHash));

export function addPeople(world: World, passwordHash: string): Map<string, SeededPerson> {
  const recently = plusDays(world.at, -200);
  const people = [
    ...addHolders(world, passwordHash),
    ...visitorsOf2017.map((person) => addJapanese(world, person, { createdAt: when2017, isDrawn: false })),
    ...officialsOfJapan.map((person) => addJapanese(world, person, { createdAt: recently, isDrawn: true })),
    ...officialsOfMexico.map((person) => addMexican(world, person, { createdAt: recently, isConfirmed: true })),
    addMexican(world, unconfirmed, { createdAt: recently, isConfirmed: false }),
  ];
  return new Map(people.map((person) => [person.key, person]));
}

export const keysOf2017 = visitorsOf2017.map(([, , hepburn]) => japaneseKey(hepburn));
export const unconfirmedKey = keyOf(unconfirmed[0], unconfirmed[1]);

function addHolder(world: World, holder: (typeof accountHolders)[number], passwordHash: string): SeededPerson {
  const {
    email,
    role,
    family,
    given,
    secondSurname = null,
    native = null,
    kana = null,
    certificateNames,
    institution,
    ...rest
  } = holder;
  const [certificateName, certificateSecondName] = certificateNames;
  return addPerson(world, {
    key: email.replace(/@.*/, ""),
    role,
    institution,
    isDrawn: false,
    passwordHash,
    names: {
      familyName: family,
      givenName: given,
      secondSurname,
      nativeName: native,
      kana,
      latinName: passportName(family, secondSurname, given),
      certificateName,
      certificateSecondName,
      nameConfirmedAt: plusDays(when2017, 3),
    },
    where: { ...rest, country: rest.locale === "ja" ? "JP" : "MX", createdAt: when2017 },
  });
}

type JapaneseOptions = { createdAt: Instant; isDrawn: boolean; suffix?: string };

export function addJapanese(
  world: World,
  person: JapanesePerson,
  { createdAt, isDrawn, suffix = "" }: JapaneseOptions,
): SeededPerson {
  const [native, kana, hepburn, institution, post] = person;
  const [family = "", given = ""] = hepburn.split(" ");
  return addPerson(world, {
    key: japaneseKey(hepburn) + suffix,
    role: "official",
    institution,
    isDrawn,
    passwordHash: null,
    names: {
      familyName: withoutMacrons(family),
      givenName: withoutMacrons(given),
      secondSurname: null,
      nativeName: native,
      kana,
      latinName: passportName(family, null, given),
      certificateName: native,
      certificateSecondName: `${family.toUpperCase()} ${given}`,
      nameConfirmedAt: plusDays(createdAt, 3),
    },
    where: { post, country: "JP", locale: "ja", zone: "Asia/Tokyo", createdAt },
  });
}

type MexicanOptions = { createdAt: Instant; isConfirmed: boolean; suffix?: string };

export function addMexican(
  world: World,
  person: MexicanPerson,
  { createdAt, isConfirmed, suffix = "" }: MexicanOptions,
): SeededPerson {
  const [given, surname, secondSurname, kana, institution, post, zone = "America/Mexico_City"] = person;
  return addPerson(world, {
    key: keyOf(given, surname) + suffix,
    role: "official",
    institution,
    isDrawn: isConfirmed,
    passwordHash: null,
    names: {
      familyName: surname,
      givenName: given,
      secondSurname,
      nativeName: null,
      kana,
      latinName: passportName(surname, secondSurname, given),
      certificateName: isConfirmed ? [given, surname, secondSurname].filter(Boolean).join(" ") : null,
      certificateSecondName: isConfirmed ? kana : null,
      nameConfirmedAt: isConfirmed ? plusDays(createdAt, 3) : null,
    },
    where: { post, country: "MX", locale: "es", zone, createdAt },
  });
}

type Names =
  | "familyName"
  | "givenName"
  | "secondSurname"
  | "nativeName"
  | "kana"
  | "latinName"
  | "certificateName"
  | "certificateSecondName"
  | "nameConfirmedAt";
type NewPerson = Pick<SeededPerson, "key" | "role" | "institution" | "isDrawn"> & {
  passwordHash: string | null;
  names: Pick<PersonTable, Names>;
  where: Pick<Row<"person">, "country" | "locale" | "zone" | "createdAt"> & { post: string };
};

function addPerson(world: World, { key, role, institution, isDrawn, passwordHash, names, where }: NewPerson) {
  const { rows, id } = world;
  const { createdAt, post } = where;
  const postLevel = levelOf(post);
  const email = `${key}@demo.example`;
  const personId = addPersonRow(world, { names, email, sex: sexOf(names.givenName), where: { ...where, institution } });
  const accountId = id<"account">();
  rows.account.push({ id: accountId, personId, email, createdAt });
  if (passwordHash) {
    const password = { kind: "password", secret: passwordHash, createdAt, changedAt: createdAt } as const;
    rows.credential.push({ id: id(), accountId, ...password });
  }
  return { key, personId, accountId, institution, post, postLevel, role, isDrawn, since: createdAt };
}

type PersonRow = Pick<NewPerson, "names"> & {
  email: string | null;
  sex: Sex | null;
  where: NewPerson["where"] & { institution: InstitutionCode };
};

/** With all that they are found and compared by. The address is their account's, unless they have none. */
function addPersonRow(
  { rows, id, institutionIds }: World,
  { names, email, sex, where: { institution, ...where } }: PersonRow,
  hasAccount = true,
): Id<"person"> {
  const personId = id<"person">();
  const institutionId = known(institutionIds, institution);
  const facts = { ...where, postLevel: levelOf(where.post), sex, email: hasAccount ? null : email };
  rows.person.push({ ...{ id: personId, ...names, ...facts, institutionId }, ...sortKeys(names) });
  for (const word of personWords(names)) rows.personWord.push({ word, personId });
  for (const word of searchWords([email])) rows.addressWord.push({ word, personId });
  for (const key of [...nameKeys({ ...names, institutionId }), ...mailKeys(email)])
    rows.personKey.push({ key, personId, isShared: false });
  return personId;
}

/** On the list of the programme that goes on, by its coordinator. */
export function addListed(world: World, coordinatorId: Id<"account">): void {
  const programmeId = known(world.programmeIds, "MJ-BORDERS");
  const createdAt = plusDays(world.at, -12);
  for (const { family, given, secondSurname = null, native = null, kana = null, ...person } of listedPeople) {
    const { institution, post, sex, email } = person;
    const names = {
      ...{ familyName: family, givenName: given, secondSurname, nativeName: native, kana },
      ...{ latinName: passportName(family, secondSurname, given) },
      ...{ certificateName: null, certificateSecondName: null, nameConfirmedAt: null },
    };
    const home = native
      ? ({ country: "JP", locale: "ja", zone: "Asia/Tokyo" } as const)
      : ({ country: "MX", locale: "es", zone: "America/Mexico_City" } as const);
    const where = { ...home, institution, post, createdAt };
    const personId = addPersonRow(world, { names, email, sex, where }, false);
    world.rows.programmePerson.push({ programmeId, personId, addedAt: createdAt, addedBy: coordinatorId });
  }
}
