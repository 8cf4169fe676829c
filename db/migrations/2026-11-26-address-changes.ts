/** Which address an account had before: its holder is told there, too. */
export const statements = ({ strict }: { strict: string }): string[] => [
  `create table address_change (
    id text primary key not null,
    account_id text not null references account (id),
    former_email text not null,
    changed_at text not null
  )${strict}`,
  `create index address_change_account on address_change (account_id)`,
];
