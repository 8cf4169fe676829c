/** When a message was to go and stayed, and why: there was nobody for whom it was. */
export const statements = (): string[] => [
  `alter table message add column stayed_at text`,
  `alter table message add column stayed_because text check (stayed_because in ('noSession', 'noReaders'))`,
  `create index message_stayed on message (workshop_id) where stayed_at is not null`,
];
