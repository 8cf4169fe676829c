/** What somebody signs in with has a row of its own. A password that was there already takes its account's id. */
export const statements = ({ strict }: { strict: string }): string[] => [
  `create table credential (
    id text primary key not null,
    account_id text not null references account (id),
    kind text not null check (kind in ('password', 'passkey', 'external')),
    secret text not null,
    created_at text not null,
    changed_at text not null
  )${strict}`,
  `create index credential_account on credential (account_id)`,
  `create unique index credential_password on credential (account_id) where kind = 'password'`,
  `insert into credential (id, account_id, kind, secret, created_at, changed_at)
    select id, id, 'password', password_hash,
      coalesce(password_changed_at, created_at), coalesce(password_changed_at, created_at)
    from account where password_hash is not null`,
];
