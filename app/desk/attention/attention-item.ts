import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { AttentionKind } from "./attention.rules.ts";

export type DeskVisit = Pick<Reading, "db" | "actor" | "locale" | "t" | "at">;

/** What waits for somebody. */
export type Item = {
  kind: AttentionKind;
  /** Of a workshop; empty for what belongs to none. */
  code: string;
  /** What else it is about: the name of a file. */
  about?: string;
  count: number;
  /** Whether there are more than are counted. */
  isMore?: boolean;
  /** When the workshop begins, or has ended. */
  on: LocalDate | null;
  /** A step from here it is done. */
  to: string;
  /** In which the texts lack. */
  languages?: string[];
  seats?: { taken: number; of: number };
};
