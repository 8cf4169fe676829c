import { addedByImport, changedByImport, importedFile, leftByImport, waitingList } from "#app/demo/content/imports.ts";
import { listedPeople } from "#app/demo/content/people-listed.ts";
import type { StoredPerson } from "#app/imports/check/differences.ts";
import { judgedRow, matchOf } from "#app/imports/check/judged-row.ts";
import { knownPerson } from "#app/imports/check/known-people.ts";
import { checkRow, type RowFacts, rowFields } from "#app/imports/check/row-facts.ts";
import type { NewRow } from "#app/imports/commands.ts";
import { layoutColumns } from "#app/imports/layout/layout.ts";
import { wordsMeant } from "#app/imports/layout/words.ts";
import type { ImportFacts } from "#app/imports/queries.ts";

import { matchingIndex } from "#app/people/matching/matching.rules.ts";

import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import type { Row } from "./rows.ts";
import { known, type World } from "./world.ts";

/** Lists that a coordinator has sent: one that was imported, and one that waits for an answer. */
export function addImports(world: World, accountId: Id<"account">): void {
  const imported = addImport(world, accountId, {
    ...{ fileName: importedFile, createdAt: plusMinutes(plusDays(world.at, -12), -6) },
    appliedAt: plusDays(world.at, -12),
    facts: { sheet: "Hoja1", columns: [...layoutColumns] },
  });
  const programmeId = known(world.programmeIds, "MJ-BORDERS");
  const by = { addedAt: plusDays(world.at, -12), addedBy: accountId };
  for (const [number, row] of importedRows(world).entries()) {
    world.rows.peopleImportRow.push({ ...none, ...row, importId: imported, number, line: number + 2 });
    const listed = { programmeId, personId: row.personId };
    if (!row.isAdded) world.rows.programmePerson.push({ ...listed, ...by });
  }
  const { fileName, sheet, headings } = waitingList;
  const createdAt = plusMinutes(world.at, -150);
  const facts = { sheet, columns: headings, ignored: ["備考"] };
  const waiting = addImport(world, accountId, { fileName, createdAt, appliedAt: null, facts });
  for (const { facts, errors, candidates, ...row } of waitingRows(world)) {
    const told = {
      facts: JSON.stringify(facts),
      errors: JSON.stringify(errors),
      candidates: JSON.stringify(candidates),
    };
    world.rows.peopleImportRow.push({ ...none, ...row, ...told, importId: waiting });
  }
}

const none = {
  ...{ errors: "[]", candidates: "[]", matchedBy: null, choice: null, seen: null, before: null },
  ...{ isAdded: false, isListed: false },
};

type Sent = { fileName: string; createdAt: Instant; appliedAt: Instant | null; facts: ImportFacts };

function addImport(world: World, accountId: Id<"account">, { facts, createdAt, ...sent }: Sent): Id<"peopleImport"> {
  const id = world.id<"peopleImport">();
  world.rows.peopleImport.push({
    ...{ id, accountId, programmeId: known(world.programmeIds, "MJ-BORDERS"), ...sent, facts: JSON.stringify(facts) },
    ...{ state: sent.appliedAt ? "applied" : "checked", createdAt, changedAt: sent.appliedAt ?? createdAt },
  });
  return id;
}

/** What was imported is what people are now. */
function importedRows({ rows }: World) {
  const addresses = new Map(rows.account.map(({ personId, email }) => [email, personId]));
  const personOf = (email: string) => known(new Map(rows.person.map((row) => [row.id, row])), known(addresses, email));
  const fromList = listedPeople.filter(({ family }) => addedByImport.includes(family));
  const added = fromList.map(({ family, post }) => {
    const isListed = (row: Row<"person">) => row.familyName === family && row.post === post;
    const person = rows.person.find(isListed) as Row<"person">;
    return { ...told(person, person.email ?? ""), outcome: "new" as const, isAdded: true };
  });
  const { email, formerPost } = changedByImport;
  const before = JSON.stringify({ ...profileOf(personOf(email)), post: formerPost });
  const byEmail = (address: string) => ({ ...told(personOf(address), address), matchedBy: "email" as const });
  return [
    ...added,
    { ...byEmail(email), outcome: "changed" as const, isAdded: false, before },
    ...leftByImport.map((address) => ({ ...byEmail(address), outcome: "same" as const, isAdded: false })),
  ];
}

function told(person: Row<"person">, email: string) {
  const stored = profileOf(person);
  const facts = Object.fromEntries(
    rowFields.map((field) => [field, stored[field === "homeInstitutionId" ? "institutionId" : field] ?? ""]),
  );
  return {
    ...{ personId: person.id, isListed: true, seen: JSON.stringify(stored) },
    facts: JSON.stringify({ ...facts, email } as RowFacts),
  };
}

/** As `findProfile` reads it. */
function profileOf(person: Row<"person">): StoredPerson {
  const { familyName, givenName, secondSurname, nativeName, kana, latinName } = person;
  const { certificateName, certificateSecondName, nameConfirmedAt } = person;
  const { institutionId, post, postLevel, sex, email, country, locale, zone } = person;
  const names = { familyName, givenName, secondSurname, nativeName, kana, latinName };
  const certificate = { certificateName, certificateSecondName, nameConfirmedAt };
  return {
    ...{ ...names, ...certificate, institutionId, post, postLevel, sex, email, country, locale, zone },
  } as StoredPerson;
}

/** As a check finds them among everybody who is here. */
function waitingRows({ rows }: World): NewRow[] {
  const { headings } = waitingList;
  const institutions = rows.institution.map(({ id, code, country }) => ({
    ...{ id, code, country, name: {}, acronym: code, isArchived: false },
  }));
  const words = wordsMeant(institutions, []);
  const layout = { columns: Object.fromEntries(headings.map((column, place) => [column, place])), ignored: [] };
  const accounts = new Map(rows.account.map(({ personId, email }) => [personId, email]));
  const everybody = rows.person.map((person) => ({ ...person, accountEmail: accounts.get(person.id) ?? null }));
  const people = (everybody as Parameters<typeof knownPerson>[0][]).map(knownPerson);
  const here = { index: matchingIndex(people), people: new Map(people.map((person) => [person.id, person])) };
  return waitingList.rows.map((cells, number) => {
    const line = number + 2;
    const row = { line, ...checkRow({ line, cells }, layout, words) };
    const match = matchOf(row, here);
    const person = match.verdict === "same" ? rows.person.find(({ id }) => id === match.id) : undefined;
    const stored = person ? profileOf(person) : null;
    return judgedRow(row, number, { match, stored, hasAccount: Boolean(person && accounts.has(person.id)), words });
  });
}
