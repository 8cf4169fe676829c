import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** A proposal to replace somebody ends by itself once the seat can no longer change hands: nobody has withdrawn it. */
export const statements = ({ allowOnly }: Ddl): Step[] => [
  allowOnly("nomination", "because", [
    ...["workload", "health", "visa", "post", "notAuthorised", "funding", "double", "outdated", "other"],
  ]),
  allowOnly("nomination", "withdrawn_by", ["nominee", "sender", "host", "system"]),
  allowOnly("nomination_event", "who", ["nominee", "sender", "host", "merger", "system"]),
];
