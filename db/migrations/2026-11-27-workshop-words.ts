import { type QueryExecutorProvider, sql } from "kysely";
import type { Ddl, Step } from "#db/dialect/dialect.ts";
import { cutWords, inPages, insertWords } from "./words/words.ts";

type Workshop = { id: string; searchText: string };

const isOver = "(case when state in ('completed', 'cancelled') then 1 else 0 end)";

/**
 * What workshops are found by are words, each with an index. The desk shows what is not over first: that order, and that
 * of each state, come from an index as well; so do the sessions of a day.
 */
export const statements = ({ bytewise, byKey }: Ddl): Step[] => [
  `create table workshop_word (
    word text${bytewise} not null,
    workshop_id text not null references workshop (id),
    primary key (word, workshop_id)
  )${byKey}`,
  fillWorkshops,
  "create index workshop_word_workshop on workshop_word (workshop_id, word)",
  `create index workshop_over on workshop (${isOver}, starts_on, code)`,
  "drop index workshop_programme",
  `create index workshop_programme on workshop (programme_id, ${isOver}, starts_on, code)`,
  "create index workshop_programme_state on workshop (programme_id, state)",
  "drop index workshop_end",
  "create index workshop_end on workshop (ends_on, state, starts_on)",
  "drop index workshop_state",
  "create index workshop_state on workshop (state, starts_on, code)",
  "create index session_day on session (starts_at, workshop_id)",
  "alter table workshop drop column search_text",
];

const atOnce = 100;

const fillWorkshops = (trx: QueryExecutorProvider) =>
  inPages<Workshop>(
    atOnce,
    (last) =>
      sql<Workshop>`select id, search_text from workshop where id > ${last} order by id limit ${atOnce}`.execute(trx),
    async (rows) => {
      const words = rows.flatMap(({ id, searchText }) => cutWords([searchText]).map((word) => ({ word, id })));
      await insertWords(trx, "workshop", words);
    },
  );
