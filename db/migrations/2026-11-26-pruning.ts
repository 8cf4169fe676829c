import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** A message outlasts the job that sent it; what has ended is found by an index. */
export const statements = ({ dropReference }: Ddl): Step[] => [
  dropReference("mail", "id"),
  `create index outbox_done on outbox (done_at) where done_at is not null`,
  `create index mail_body on mail (composed_at) where body_text is not null`,
];
