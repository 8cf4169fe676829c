import type { Step } from "#db/dialect/dialect.ts";

/**
 * When the marks of a nominee were first seen by others: from then on they stay open, whoever is named later. And the
 * day of which a reviewer was reminded.
 */
export const statements = (): Step[] => [
  "alter table review add column opened_at text",
  "alter table reviewer add column reminded_due_on text",
];
