/**
 * What was answered to a request that may come once more. The name is a hash: the table does not tell who asked what.
 */
export const statements = ({ strict }: { strict: string }): string[] => [
  `create table given_answer (
    name text primary key not null,
    status integer not null,
    location text,
    body text,
    given_at text not null
  )${strict}`,
];
