import { type QueryExecutorProvider, sql } from "kysely";
import type { Ddl, Step } from "#db/dialect/dialect.ts";
import { inPages } from "./words/words.ts";

const levels = "'directorGeneral', 'director', 'deputyDirector', 'head', 'officer', 'technical', 'other'";

/**
 * What is known of people who have no account, and which people a programme lists. Each enrolment keeps where somebody
 * worked, and as what, when they enrolled: reports of a course name the posts of then.
 */
export const statements = ({ byKey }: Ddl): Step[] => [
  // several may share one: a secretary receives the mail of a whole office
  "alter table person add column email text",
  "alter table person add column sex text check (sex in ('female', 'male', 'other'))",
  `alter table person add column post_level text check (post_level in (${levels}))`,
  "create index person_email on person (email)",
  "alter table enrolment add column institution_id text references institution (id)",
  "alter table enrolment add column post text",
  `alter table enrolment add column post_level text check (post_level in (${levels}))`,
  keepPosts,
  `create table programme_person (
    programme_id text not null references programme (id),
    person_id text not null references person (id),
    added_at text not null,
    added_by text references account (id),
    primary key (programme_id, person_id)
  )${byKey}`,
  "create index programme_person_person on programme_person (person_id, programme_id)",
];

const atOnce = 2_000;

/** Nobody noted it when they enrolled: what stands today is the best that is known. */
const keepPosts = (trx: QueryExecutorProvider) =>
  inPages<{ id: string }>(
    atOnce,
    (last) => sql<{ id: string }>`select id from enrolment where id > ${last} order by id limit ${atOnce}`.execute(trx),
    async (rows) => {
      const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
      if (first === undefined) return;
      await sql`
        update enrolment set
          institution_id = (select institution_id from person where person.id = enrolment.person_id),
          post = (select post from person where person.id = enrolment.person_id)
        where id >= ${first} and id <= ${last}`.execute(trx);
    },
  );
