import { type QueryExecutorProvider, sql } from "kysely";
import type { Ddl, Step } from "#db/dialect/dialect.ts";
import { folded, inPages } from "./words/words.ts";

/** A row as the connection hands it over. */
type Person = {
  id: string;
  familyName: string;
  givenName: string;
  nativeName: string | null;
  kana: string | null;
  latinName: string | null;
  institutionId: string | null;
  address: string | null;
};

/**
 * Who may be one: people with the same name in the same institution, or with the same address, have a key in common.
 * Which keys are shared is kept, so that nobody compares all with all. That two are different people can be said; who
 * was merged into whom is kept with all that moved, until it can no longer be undone.
 */
export const statements = ({ bytewise, byKey, strict }: Ddl): Step[] => [
  `create table person_key (
    key text${bytewise} not null,
    person_id text not null references person (id),
    is_shared integer not null default 0 check (is_shared in (0, 1)),
    primary key (key, person_id)
  )${byKey}`,
  fillKeys,
  `update person_key set is_shared = 1 where key in (select key from person_key group by key having count(*) > 1)`,
  "create index person_key_person on person_key (person_id, key)",
  "create index person_key_shared on person_key (key, person_id) where is_shared = 1",
  `create table person_distinct (
    person_id text not null references person (id),
    other_id text not null references person (id),
    said_at text not null,
    said_by text references account (id),
    primary key (person_id, other_id)
  )${byKey}`,
  "create index person_distinct_other on person_distinct (other_id, person_id)",
  `create table person_merge (
    id text primary key not null,
    person_id text not null references person (id),
    gone_id text not null,
    merged_at text not null,
    merged_by text references account (id),
    kept text,
    undone_at text
  )${strict}`,
  "create index person_merge_person on person_merge (person_id, merged_at)",
  "create index person_merge_gone on person_merge (gone_id, merged_at)",
  "create index person_merge_kept on person_merge (merged_at) where kept is not null",
];

const atOnce = 500;

const fillKeys = (trx: QueryExecutorProvider) =>
  inPages<Person>(
    atOnce,
    (last) =>
      sql<Person>`
        select person.*, coalesce(account.email, person.email) as address
        from person left join account on account.person_id = person.id
        where person.id > ${last} order by person.id limit ${atOnce}`.execute(trx),
    async (rows) => {
      const keys = rows.flatMap((person) => keysOf(person).map((key) => sql`(${key}, ${person.id})`));
      for (let from = 0; from < keys.length; from += atOnce) {
        const some = sql.join(keys.slice(from, from + atOnce));
        await sql`insert into person_key (key, person_id) values ${some}`.execute(trx);
      }
    },
  );

/** As they were told apart on this day. */
function keysOf({ familyName, givenName, nativeName, kana, latinName, institutionId, address }: Person): string[] {
  const isNative = japanese.test(familyName) && japanese.test(givenName);
  const native = nativeName || (isNative ? `${familyName}${givenName}` : "");
  const latin = isNative ? (latinName ?? "") : `${familyName} ${givenName}`;
  const names = [
    ["native", joined(native)],
    ["kana", joined(kana ?? "")],
    ["latin", spelled(latin)],
  ].filter(([, name]) => name);
  return [
    ...names.map(([script, name]) => `name:${script}:${name}@${institutionId ?? ""}`),
    ...(address ? [`mail:${address}`] : []),
  ];
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const joined = (name: string) => folded(name).replace(/[\s・･゠=]+/g, "");
const particles = new Set(["de", "del", "la", "las", "los", "y"]);

const spelled = (name: string) =>
  (folded(name).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !particles.has(word))
    .map((word) => word.replace(/o[ou]|oh(?![aeiouy])/g, "o").replace(/uu/g, "u"))
    .sort()
    .join(" ");
