import type { Step } from "#db/dialect/dialect.ts";

/** Whom anybody may ask about a workshop: its coordinators are told to those alone who have a place in it. */
export const statements = (): Step[] =>
  ["name", "email", "phone"].map((part) => `alter table workshop add column contact_${part} text not null default ''`);
