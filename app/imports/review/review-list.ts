import type { ImportFacts } from "#app/imports/queries.ts";
import type { Counts, ImportHindrance, ImportState, RowGroup } from "#app/imports/rules.ts";
import type { enrollingOf } from "#app/imports/sending/workshop-view.ts";
import type { KeyPage } from "#app/tables/key-paging.ts";
import type { Encoding } from "#app/tables/reading/encodings.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { ShownRow } from "./review-view.ts";

/** A list as its page shows it. */
export type ReviewedList = Omit<KeyPage<ShownRow>, "rows"> & {
  id: string;
  programmeId: string;
  programmeCode: string;
  state: ImportState;
  facts: ImportFacts;
  encoding: Encoding | null;
  problem: FormMessage | null;
  counts: Counts;
  group: RowGroup;
  hindrance: ImportHindrance | null;
  /** Lines of rows that mean one person, of each together. */
  twice: number[][];
  done: { added: number; changed: number; left: number; listed: number } | null;
  /** The code of the workshop for which it was sent. */
  workshop: string | null;
  /** Where a row names an institution that is not registered: those that are. */
  institutions: { code: string; name: string }[];
  /** Of a list that was sent for a workshop. */
  enrolling: Awaited<ReturnType<typeof enrollingOf>>;
  /** How many of those who were added are needed elsewhere by now. */
  restedOn: number;
  rows: ShownRow[];
  isSaved: boolean;
};
