import { type QueryExecutorProvider, sql } from "kysely";
import type { Ddl, Step } from "#db/dialect/dialect.ts";
import { standardFormWithSealed } from "./sealed-answers/standard-form.ts";

/**
 * What nominees answer in sensitive parts of a form, encrypted: a row holds the answers of one part. Once its time is
 * over it keeps nothing of them but that day. Who has read which part is kept for whom it is about.
 */
export const statements = ({ strict, bytes }: Ddl): Step[] => [
  `create table sealed_answer (
    application_id text not null references application (id) on delete cascade,
    section text not null,
    key_id text,
    sealed ${bytes},
    erase_days integer not null check (erase_days between 1 and 365),
    changed_at text not null,
    erased_at text,
    primary key (application_id, section),
    check ((sealed is null) = (key_id is null)),
    check ((sealed is null) = (erased_at is not null))
  )${strict}`,
  `create table sealed_reading (
    id text primary key not null,
    application_id text not null references application (id) on delete cascade,
    section text not null,
    account_id text not null references account (id),
    at text not null
  )${strict}`,
  "create index sealed_reading_of on sealed_reading (application_id, at)",
  "create index sealed_reading_account on sealed_reading (account_id)",
  addSealedParts,
];

const publishedAt = "2026-11-28T00:00:01.000Z";
const versionId = "01890000-0000-7000-8000-0000000a0003";

/** The standard form asks for them from its second version on; a site that has written its own has decided. */
async function addSealedParts(trx: QueryExecutorProvider) {
  const { rows } = await sql<{ id: string; number: number }>`select application_form.id, max(number) as number
    from application_form join application_form_version on application_form_version.form_id = application_form.id
    where application_form.code = 'STANDARD' group by application_form.id`.execute(trx);
  const [form] = rows;
  if (form?.number !== 1) return;
  await sql`insert into application_form_version (id, form_id, number, content, published_at)
    values (${versionId}, ${form.id}, 2, ${JSON.stringify(standardFormWithSealed)}, ${publishedAt})`.execute(trx);
}
