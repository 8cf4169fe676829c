import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** A list that was taken from here says whose record a row is. */
export const statements = ({ allowOnly }: Ddl): Step[] => [
  allowOnly("people_import_row", "matched_by", ["email", "name", "record"]),
];
