/** What was sent after its sender's session had ended, sealed; and, for a day, whose a session was that has ended. */
export const statements = ({ strict, bytes }: { strict: string; bytes: string }): string[] => [
  `create table ended_session (
    token_hash text primary key not null,
    account_id text not null references account (id),
    ended_at text not null
  )${strict}`,
  `create table kept_form (
    id text primary key not null,
    account_id text not null references account (id),
    kind text not null check (kind in ('form', 'press')),
    sealed ${bytes} not null,
    kept_at text not null
  )${strict}`,
  "create index kept_form_account on kept_form (account_id)",
];
