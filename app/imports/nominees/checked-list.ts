import { findAccountIdByEmail } from "#app/accounts/queries.ts";
import { knownPerson, recognisedRow } from "#app/imports/check/known-people.ts";
import { checkRow, completed, type RowError, type RowFacts } from "#app/imports/check/row-facts.ts";
import { findLayout, type ListLayout } from "#app/imports/layout/layout.ts";
import { wordsOfList } from "#app/imports/layout/sex-words.ts";
import { type Words, wordsMeant } from "#app/imports/layout/words.ts";
import { newPerson } from "#app/imports/rules.ts";
import { listEveryName, listInstitutions } from "#app/institutions/queries.ts";
import { listNominable } from "#app/nominations/nomination/queries.ts";
import { findMatch, type MatchingIndex, matchingIndex, matchingKeys } from "#app/people/matching/matching.rules.ts";
import { letters } from "#app/tables/reading/sheet.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import { cellsOfText } from "#app/timetable/paste/cells.rules.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type Meant, mostNominees } from "./form.ts";
import { listPeopleOf } from "./own-people.queries.ts";

type Person = Awaited<ReturnType<typeof listPeopleOf>>[number];

/** `known`: somebody who is here. `new`: nobody is like them. `asked`: whom it means has to be said. */
type Verdict = "known" | "new" | "asked" | "wrong";

export type CheckedNominee = {
  line: number;
  verdict: Verdict;
  errors: RowError[];
  facts: RowFacts;
  /** Whom it means; null where that is somebody new, or not known yet. */
  person: Person | null;
  /** Among whom one chooses; empty where nothing is asked. */
  alike: Person[];
};

type Pasted = { text: string; meant: Meant };
type Place = { workshopId: Id<"workshop">; institutionId: Id<"institution">; at: Instant };

/** Each row of a pasted list with whom it means and what is wrong with it; or why it is no list. */
export async function checkNominees(
  db: Reader,
  { text, meant }: Pasted,
  { workshopId, institutionId, at }: Place,
): Promise<{ refused: FormMessage } | { rows: CheckedNominee[] }> {
  const table = cellsOfText(text).map((cells, index) => ({ line: index + 1, cells }));
  if (!table.length) return { refused: "nominations:list.empty" };
  const found = findLayout(table);
  if (!found) return { refused: "nominations:list.layout" };
  const body = table.slice(found.index + 1);
  if (!body.length) return { refused: "nominations:list.nobody" };
  if (body.length > mostNominees)
    return { refused: { key: "nominations:list.tooMany", values: { count: String(mostNominees) } } };
  const institutions = await listInstitutions(db, localDate(at, capitalZones.MX));
  const every = wordsMeant(institutions, await listEveryName(db));
  const words = wordsOfList(every, found.layout, table[found.index] ?? { cells: [] }, body);
  const people = await listPeopleOf(db, institutionId);
  const index = matchingIndex(people.map(knownPerson));
  const rows = body.map((row) =>
    judge(ofInstitution(row, found.layout, words, institutionId), { index, people, said: meant.get(row.line) ?? "" }),
  );
  const standing = await listNominable(db, workshopId, [...new Set(rows.flatMap(({ person }) => person?.id ?? []))]);
  const checked = withRepeats(rows).map((row) => withStanding(row, standing));
  for (const row of checked)
    if (row.verdict === "new" && row.facts.email && (await findAccountIdByEmail(db, row.facts.email)))
      spoil(row, "nominations:form.emailTaken");
  return { rows: checked };
}

type Read = Pick<CheckedNominee, "line" | "errors" | "facts">;

/** What a row says, of the sender's own institution: to name another one is wrong, however well it is written. */
function ofInstitution(
  row: { line: number; cells: string[] },
  layout: ListLayout,
  words: Words,
  institutionId: Id<"institution">,
): Read {
  const { facts, errors } = checkRow(row, layout, words);
  const { institution, institutionCode } = layout.columns;
  const isOther = facts.homeInstitutionId !== "" && facts.homeInstitutionId !== institutionId;
  const cell = `${letters((facts.homeInstitutionId && (institution ?? institutionCode)) || 0)}${row.line}`;
  return {
    line: row.line,
    errors: isOther ? [...errors, { cell, message: "nominations:list.otherInstitution" }] : errors,
    facts: completed({ ...facts, homeInstitutionId: institutionId }, words),
  };
}

type Known = { index: MatchingIndex<Person["id"]>; people: Person[]; said: string };

function judge(row: Read, { index, people, said }: Known): CheckedNominee {
  if (row.errors.length) return { ...row, verdict: "wrong", person: null, alike: [] };
  const match = findMatch(index, recognisedRow(row.facts));
  const personOf = (id: string) => people.find((one) => one.id === id) ?? null;
  if (match.verdict === "same") return { ...row, verdict: "known", person: personOf(match.id), alike: [] };
  if (match.verdict === "none") return { ...row, verdict: "new", person: null, alike: [] };
  const alike = people.filter(({ id }) => match.ids.includes(id));
  const chosen = alike.find(({ id }) => id === said) ?? null;
  return { ...row, verdict: chosen ? "known" : said === newPerson ? "new" : "asked", person: chosen, alike };
}

/** Whoever stands in the list twice would be nominated twice. */
function withRepeats(rows: CheckedNominee[]): CheckedNominee[] {
  const earlier = new Map<string, number>();
  for (const row of rows) {
    if (row.verdict === "wrong" || row.verdict === "asked") continue;
    const { mail, solid, kana, words } = matchingKeys(recognisedRow(row.facts));
    const key = row.person?.id ?? JSON.stringify([mail, solid, kana, words]);
    const before = earlier.get(key);
    if (before === undefined) earlier.set(key, row.line);
    else spoil(row, { key: "import:error.repeated", values: { line: String(before) } });
  }
  return rows;
}

function withStanding(row: CheckedNominee, standing: Awaited<ReturnType<typeof listNominable>>): CheckedNominee {
  const found = standing.find(({ id }) => id === row.person?.id);
  if (found?.isEnrolled) spoil(row, "nominations:new.enrolled");
  else if (found?.isNominated) spoil(row, "nominations:new.nominated");
  return row;
}

function spoil(row: CheckedNominee, message: FormMessage): void {
  row.verdict = "wrong";
  row.errors = [{ cell: `A${row.line}`, message }];
}
