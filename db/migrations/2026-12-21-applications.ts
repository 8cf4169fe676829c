import { type QueryExecutorProvider, sql } from "kysely";
import type { Ddl, Step } from "#db/dialect/dialect.ts";
import { standardForm } from "./applications/standard-form.ts";

/**
 * Forms that nominees fill in, as data: each version of one stays as it was published. What a nominee answers, what
 * they declare, and each step of it with its reason, goes with their nomination.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table application_form (
    id text primary key not null,
    code text not null unique,
    created_at text not null
  )${strict}`,
  // its words are one text: they never change, and nothing is asked about them
  `create table application_form_version (
    id text primary key not null,
    form_id text not null references application_form (id),
    number integer not null check (number >= 1),
    content text not null,
    published_at text not null,
    unique (form_id, number)
  )${strict}`,
  "alter table call add column application_form_id text references application_form (id)",
  "create index call_application_form on call (application_form_id)",
  `create table application (
    id text primary key not null,
    nomination_id text not null unique references nomination (id) on delete cascade,
    version_id text not null references application_form_version (id),
    state text not null check (state in ('draft', 'sent', 'returned')),
    sent_at text,
    created_at text not null,
    changed_at text not null,
    check ((state = 'sent') = (sent_at is not null))
  )${strict}`,
  "create index application_by_version on application (version_id)",
  `create table application_answer (
    application_id text not null references application (id) on delete cascade,
    question text not null,
    value text not null,
    primary key (application_id, question)
  )${strict}`,
  // in which words somebody has declared it: those of a version, in a language
  `create table application_declaration (
    application_id text not null references application (id) on delete cascade,
    declaration text not null,
    version_id text not null references application_form_version (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    made_at text not null,
    primary key (application_id, declaration)
  )${strict}`,
  "create index application_declaration_version on application_declaration (version_id)",
  `create table application_event (
    id text primary key not null,
    application_id text not null references application (id) on delete cascade,
    from_state text,
    to_state text not null check (to_state in ('draft', 'sent', 'returned')),
    who text not null check (who in ('nominee', 'sender')),
    account_id text references account (id),
    at text not null,
    reason text not null default ''
  )${strict}`,
  "create index application_event_of on application_event (application_id, at)",
  "create index application_event_account on application_event (account_id)",
  addStandardForm,
];

const ids = { form: "01890000-0000-7000-8000-0000000a0001", version: "01890000-0000-7000-8000-0000000a0002" };
const publishedAt = "2026-11-28T00:00:00.000Z";

async function addStandardForm(trx: QueryExecutorProvider) {
  await sql`insert into application_form (id, code, created_at)
    values (${ids.form}, 'STANDARD', ${publishedAt})`.execute(trx);
  await sql`insert into application_form_version (id, form_id, number, content, published_at)
    values (${ids.version}, ${ids.form}, 1, ${JSON.stringify(standardForm)}, ${publishedAt})`.execute(trx);
}
