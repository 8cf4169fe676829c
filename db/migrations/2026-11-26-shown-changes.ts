/** The last entry that is not of a sign-in: those make nothing untrue of what is remembered for everybody. */
export const statements = (): string[] => [
  "alter table audit_head add column shown_seq integer not null default 0",
  "update audit_head set shown_seq = seq",
];
