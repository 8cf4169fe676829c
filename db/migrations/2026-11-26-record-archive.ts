/** Since when an institution or a programme is no longer offered in forms. Documents and lists keep it. */
export const statements = (): string[] => [
  "alter table institution add column archived_at text",
  "alter table programme add column archived_at text",
];
