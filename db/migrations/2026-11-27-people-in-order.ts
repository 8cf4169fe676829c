import { type QueryExecutorProvider, sql } from "kysely";
import type { Ddl, Step } from "#db/dialect/dialect.ts";
import { cutWords, folded, insertWords } from "./words/words.ts";

/** A row as the connection hands it over. */
type Person = {
  id: string;
  familyName: string;
  givenName: string;
  secondSurname: string | null;
  nativeName: string | null;
  kana: string | null;
  latinName: string | null;
  searchText: string;
};
type Account = { personId: string; email: string };

/**
 * Lists of people are sorted by what is stored, and read from any place on. What people are found by are words, each
 * with an index: a list of hundreds of thousands is as quick as a short one.
 */
export const statements = ({ bytewise, byKey }: Ddl): Step[] => [
  `alter table person add column sort_name text${bytewise} not null default ''`,
  `alter table person add column sort_reading text${bytewise} not null default ''`,
  `create table person_word (
    word text${bytewise} not null,
    person_id text not null references person (id),
    primary key (word, person_id)
  )${byKey}`,
  `create table address_word (
    word text${bytewise} not null,
    person_id text not null references person (id),
    primary key (word, person_id)
  )${byKey}`,
  fillPeople,
  fillAccounts,
  "create index person_word_person on person_word (person_id, word)",
  "create index address_word_person on address_word (person_id, word)",
  "create index person_sort_name on person (sort_name, id)",
  "create index person_sort_reading on person (sort_reading, id)",
  "drop index person_institution",
  "create index person_institution on person (institution_id, sort_name, id)",
  "create index person_institution_reading on person (institution_id, sort_reading, id)",
  "create index person_country on person (country, sort_name, id)",
  "create index person_country_reading on person (country, sort_reading, id)",
  "create index role_grant_role on role_grant (role, account_id)",
  "alter table person drop column search_text",
];

const atOnce = 500;

async function fillPeople(trx: QueryExecutorProvider): Promise<void> {
  let last = "";
  for (;;) {
    const { rows } = await sql<Person>`select * from person where id > ${last} order by id limit ${atOnce}`.execute(
      trx,
    );
    for (const person of rows) {
      const name = sortName(person);
      const reading = person.nativeName && person.kana ? `0${person.kana}` : `1${name}`;
      await sql`update person set sort_name = ${name}, sort_reading = ${reading} where id = ${person.id}`.execute(trx);
    }
    const words = rows.flatMap(({ id, searchText }) => cutWords(searchText).map((word) => ({ word, id })));
    await insertWords(trx, "person", words);
    if (rows.length < atOnce) return;
    last = rows.at(-1)?.id ?? last;
  }
}

async function fillAccounts(trx: QueryExecutorProvider): Promise<void> {
  let last = "";
  for (;;) {
    const { rows } = await sql<Account>`
      select person_id, email from account where person_id > ${last} order by person_id limit ${atOnce}`.execute(trx);
    await insertWords(
      trx,
      "address",
      rows.flatMap(({ personId, email }) => cutWords(folded(email)).map((word) => ({ word, id: personId }))),
    );
    if (rows.length < atOnce) return;
    last = rows.at(-1)?.personId ?? last;
  }
}

/** As names were sorted on this day. */
function sortName({ familyName, givenName, secondSurname, latinName }: Person): string {
  const family = /^\p{Script=Latin}/u.test(familyName)
    ? `${familyName} ${secondSurname ?? ""}`
    : (latinName ?? familyName);
  return [family, givenName].map((part) => folded(part).trim().replace(/\s+/g, " ")).join("\t");
}
