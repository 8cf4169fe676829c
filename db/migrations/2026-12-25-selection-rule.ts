import type { Step } from "#db/dialect/dialect.ts";

/** By which rule a decision was proposed, where one was: the minutes say where the selection departs from it. */
export const statements = (): Step[] => [
  `alter table selection_decision add column rule text
    check (rule in ('priority', 'roundRobin', 'noneFailed'))`,
];
