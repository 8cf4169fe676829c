import { type QueryExecutorProvider, sql } from "kysely";
import type { Ddl, Step } from "#db/dialect/dialect.ts";
import { cutWords, folded, inPages, insertWords } from "./words/words.ts";

/** A row as the connection hands it over. */
type Person = {
  id: string;
  familyName: string;
  givenName: string;
  secondSurname: string | null;
  nativeName: string | null;
  kana: string | null;
  latinName: string | null;
};
/** By the id of its holder. */
type Account = { id: string; email: string };

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
  fillAddresses,
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

const fillPeople = (trx: QueryExecutorProvider) =>
  inPages<Person>(
    atOnce,
    (last) => sql<Person>`select * from person where id > ${last} order by id limit ${atOnce}`.execute(trx),
    async (rows) => {
      for (const person of rows) {
        const { name, reading } = sortKeys(person);
        await sql`update person set sort_name = ${name}, sort_reading = ${reading} where id = ${person.id}`.execute(
          trx,
        );
      }
      const words = rows.flatMap((person) => cutWords(namesOf(person)).map((word) => ({ word, id: person.id })));
      await insertWords(trx, "person", words);
    },
  );

const fillAddresses = (trx: QueryExecutorProvider) =>
  inPages<Account>(
    atOnce,
    (last) =>
      sql<Account>`
        select person_id as id, email from account where person_id > ${last} order by person_id limit ${atOnce}`.execute(
        trx,
      ),
    async (rows) => {
      const words = rows.flatMap(({ id, email }) => cutWords([email]).map((word) => ({ word, id })));
      await insertWords(trx, "address", words);
    },
  );

/** Every name, and Japanese ones without their space as well. */
function namesOf({ familyName, givenName, secondSurname, nativeName, kana, latinName }: Person): (string | null)[] {
  const isNative = japanese.test(familyName) && japanese.test(givenName);
  const native = nativeName || (isNative ? `${familyName} ${givenName}` : null);
  const joined = [native, kana].map((name) => name?.replace(/\s+/g, "") ?? null);
  return [familyName, givenName, secondSurname, latinName, native, kana, ...joined];
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** As names were sorted on this day. */
function sortKeys({ familyName, givenName, secondSurname, nativeName, kana, latinName }: Person) {
  const family = /^\p{Script=Latin}/u.test(familyName)
    ? `${familyName} ${secondSurname ?? ""}`
    : (latinName ?? familyName);
  const parts = [family, givenName];
  const name = parts.map((part) => spaced(part.normalize("NFC").replace(/ñ/gi, "n~"))).join("\t");
  if (!nativeName || !kana) return { name, reading: `1${parts.map(spaced).join("\t")}` };
  const read = spaced(kana);
  const voiceless = read
    .normalize("NFD")
    .replace(/[\u3099\u309a]/g, "")
    .normalize("NFC");
  return { name, reading: `0${voiceless}\t${read}` };
}

const spaced = (text: string) => folded(text).trim().replace(/\s+/g, " ");
