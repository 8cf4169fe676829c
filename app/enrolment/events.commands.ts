import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import type { EnrolmentState } from "./rules.ts";

type EnrolmentEvent = {
  enrolmentId: string;
  from: EnrolmentState | null;
  to: EnrolmentState;
  at: Instant;
  accountId: string | null;
};

/** One line of an enrolment's history. */
export async function recordEvent(trx: Writer, { enrolmentId, from, to, at, accountId }: EnrolmentEvent) {
  await trx
    .insertInto("enrolmentEvent")
    .values({ id: newId(), enrolmentId, fromState: from, toState: to, at, byAccountId: accountId })
    .execute();
}
