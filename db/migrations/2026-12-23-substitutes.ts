import type { Step } from "#db/dialect/dialect.ts";

/**
 * Whoever is nominated in the place of somebody who was selected: it is a nomination of its own, which names the other
 * one, and why that person leaves. One at a time.
 */
export const statements = (): Step[] => [
  "alter table nomination add column in_place_of_id text references nomination (id)",
  `alter table nomination add column leaving_because text check (leaving_because in
    ('workload', 'health', 'visa', 'post', 'notAuthorised', 'funding', 'other'))`,
  `create unique index nomination_substitute on nomination (in_place_of_id)
    where in_place_of_id is not null and state not in ('withdrawn', 'notSelected')`,
  "create index nomination_in_place_of on nomination (in_place_of_id) where in_place_of_id is not null",
];
