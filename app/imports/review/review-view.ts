import type { Locale } from "#app/i18n/locales.ts";
import { messageIn, type Translator } from "#app/i18n/translator.server.ts";
import { differingFields, type StoredPerson } from "#app/imports/check/differences.ts";
import type { RowFacts, RowField } from "#app/imports/check/row-facts.ts";
import { listMeant } from "#app/imports/queries.ts";
import type { ImportRow } from "#app/imports/rows.queries.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Wording = { locale: Locale; t: Translator; at: Instant };

/** A row as the preview shows it. */
export type ShownRow = {
  number: number;
  line: number;
  name: ReturnType<typeof shownName>;
  /** Address and institution, by which its reader tells people apart. */
  details: string;
  outcome: ImportRow["outcome"];
  errors: string[];
  /** What would be changed; of somebody new, what would be kept beside their name, address and institution. */
  changes: string[];
  /** Whom it may mean; empty where nobody is asked. */
  options: { value: string; label: string }[];
  choice: string;
};

export async function shownRows(db: Reader, rows: readonly ImportRow[], wording: Wording): Promise<ShownRow[]> {
  const ids = rows.flatMap(({ candidates, personId }) => (personId ? [personId] : candidates));
  const institutionOf = await institutionNames(db, localDate(wording.at, capitalZones.MX), wording.locale);
  const nameOf = (id: string) => (id ? institutionOf(id as Id<"institution">).text : "");
  const people = new Map((await listMeant(db, [...new Set(ids)])).map((person) => [person.id, person]));
  const labelOf = (id: Id<"person">) => {
    const person = people.get(id);
    if (!person) return id;
    const { name, second } = shownName(person);
    const { institutionId, post, email, accountEmail } = person;
    return [name, second, nameOf(institutionId ?? ""), post, accountEmail ?? email].filter(Boolean).join(" · ");
  };
  const hasAccount = (id: Id<"person">) => Boolean(people.get(id)?.accountEmail);
  return rows.map((row) => shownRow(row, { ...wording, nameOf, labelOf, hasAccount }));
}

type Naming = Wording & {
  nameOf(institutionId: string): string;
  labelOf(id: Id<"person">): string;
  hasAccount(id: Id<"person">): boolean;
};

function shownRow(row: ImportRow, { locale, t, nameOf, labelOf, hasAccount }: Naming): ShownRow {
  const { facts, outcome, candidates, personId, matchedBy, choice } = row;
  const says = (message: FormMessage) =>
    typeof message === "string" ? messageIn(locale, message) : messageIn(locale, message.key, message.values);
  const meant = outcome === "asked" ? candidates : matchedBy === "name" && personId ? [personId] : [];
  const options = meant.map((id) => ({ value: id, label: t("import:choice.this", { person: labelOf(id) }) }));
  const stored = row.seen && outcome === "changed" ? (JSON.parse(row.seen) as StoredPerson) : null;
  return {
    number: row.number,
    line: row.line,
    name: shownName({
      ...facts,
      secondSurname: facts.secondSurname || null,
      nativeName: facts.nativeName || null,
      latinName: facts.latinName || null,
    }),
    details: [nameOf(facts.homeInstitutionId), facts.email].filter(Boolean).join(" · "),
    outcome,
    errors: row.errors.map(({ cell, message }) => t("import:error.at", { cell, message: says(message) })),
    changes: stored
      ? changesOf(facts, stored, { t, nameOf }, Boolean(personId && hasAccount(personId)))
      : outcome === "new"
        ? factsOfNew(facts, { t, nameOf })
        : [],
    options,
    choice: choice ?? (outcome === "asked" ? "" : (personId ?? "")),
  };
}

type Words = Pick<Naming, "t" | "nameOf">;

function changesOf(facts: RowFacts, stored: StoredPerson, words: Words, hasAccount: boolean): string[] {
  return differingFields(facts, stored, hasAccount).map((field) => {
    const before = String((field === "homeInstitutionId" ? stored.institutionId : stored[field]) ?? "");
    const [shownBefore, after] = [shownValue(field, before, words), shownValue(field, facts[field], words)];
    return words.t("import:field.change", { field: labelOf(field, words), before: shownBefore, after });
  });
}

/** The name, the address and the institution stand beside it already. */
const keptBeside = ["kana", "latinName", "post", "postLevel", "country", "sex", "locale"] as const;

const factsOfNew = (facts: RowFacts, words: Words): string[] =>
  keptBeside
    .filter((field) => facts[field] !== "")
    .map((field) =>
      words.t("import:field.value", { field: labelOf(field, words), value: shownValue(field, facts[field], words) }),
    );

const labelOf = (field: RowField, { t }: Words) =>
  t(`import:column.${field === "homeInstitutionId" ? "institution" : field}`);

function shownValue(field: RowField, value: string, { t, nameOf }: Words): string {
  if (!value) return t("import:field.empty");
  if (field === "homeInstitutionId") return nameOf(value);
  if (field === "sex") return t(`people:choice.sex.${value as "male"}`);
  if (field === "postLevel") return t(`people:choice.postLevel.${value as "head"}`);
  if (field === "country") return t(`common:country.${value as "MX"}`);
  if (field === "locale") return t(`common:language.${value as "es"}`);
  return value;
}
