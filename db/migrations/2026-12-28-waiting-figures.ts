import type { Ddl } from "#db/dialect/dialect.ts";

/**
 * The figures of each workshop tell what waits about its people, and how many marks its sessions have: a desk reads
 * neither people nor marks any more. Everything is counted anew.
 */
export const statements = (_: Ddl): string[] => [
  "delete from workshop_figures",
  "alter table workshop_figures add column marks text not null default '{}'",
  "update figures_head set seq = -1",
];
