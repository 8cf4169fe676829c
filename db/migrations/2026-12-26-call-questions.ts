import type { Step } from "#db/dialect/dialect.ts";

/**
 * What a workshop asks of its nominees beside the form. It is one text: it is read as a whole, and frozen with the
 * call's versions.
 */
export const statements = (): Step[] => ["alter table call add column questions text not null default '[]'"];
