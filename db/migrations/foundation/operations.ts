/** Of the foundation: work to be done later, mail, the audit. */
export const operations = ({ strict }: { strict: string }): string[] => [
  `create table outbox (
    id text primary key not null,
    kind text not null,
    payload text not null,
    workshop_id text references workshop (id),
    person_id text references person (id),
    created_at text not null,
    due_at text not null,
    attempts integer not null default 0,
    claimed_until text,
    done_at text,
    failed_at text,
    last_error text
  )${strict}`,
  `create index outbox_due on outbox (due_at) where done_at is null and failed_at is null`,
  `create index outbox_failed on outbox (workshop_id, failed_at) where failed_at is not null`,
  `create table mail (
    id text primary key not null references outbox (id),
    kind text not null,
    workshop_id text references workshop (id),
    person_id text references person (id),
    to_address text not null,
    locale text not null check (locale in ('es', 'ja', 'en')),
    subject text not null,
    body_text text,
    body_html text,
    composed_at text not null,
    sent_at text
  )${strict}`,
  `create index mail_workshop on mail (workshop_id, composed_at)`,
  `create index mail_composed on mail (composed_at)`,

  // ── append-only, each entry chained to the one before
  `create table audit_head (id integer primary key not null check (id = 1), seq integer not null, hash text not null)${strict}`,
  `insert into audit_head (id, seq, hash) values (1, 0, '')`,
  `create table audit (
    seq integer primary key not null,
    at text not null,
    account_id text,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    details text not null,
    previous_hash text not null,
    hash text not null
  )${strict}`,
  `create index audit_subject on audit (subject_kind, subject_id, seq)`,
];
