import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** A list that was taken from here says whose record a row is. */
export const statements = ({ allowOnly }: Ddl): Step[] => [
  allowOnly("people_import_row", "matched_by", ["email", "name", "record"]),
  // who came by a list may have come by another
  "create index people_import_row_person on people_import_row (person_id)",
];
