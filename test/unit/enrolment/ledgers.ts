import {
  type Decided,
  decideLedger,
  isLedgerRefusal,
  type Ledger,
  type LedgerChange,
  type WantedQuota,
} from "#app/enrolment/quotas/ledger/ledger.rules.ts";
import { quotaKey } from "#app/nominations/quotas/rules.ts";
import { asId } from "#db/id.ts";

export const sat = asId<"institution">("sat");
export const shcp = asId<"institution">("shcp");

export const quota = (key: string, seats: number): WantedQuota =>
  key.length === 2
    ? { institutionId: null, country: key, seats, releaseOn: null }
    : { institutionId: asId<"institution">(key), country: null, seats, releaseOn: null };

type Someone = [name: string, institution: string, group: string | null, isSeated: boolean];

/** Who stands where, in the order of their tickets. */
export const ledger = (
  capacity: number,
  quotas: WantedQuota[],
  people: Someone[],
  more: Partial<Ledger> = {},
): Ledger => ({
  capacity,
  quotas: quotas.map((one) => ({ ...one, id: asId<"quota">(quotaKey(one)) })),
  people: people.map(([id, institution, group, isSeated], ticket) => ({
    ...{ id: asId<"enrolment">(id), institutionId: asId<"institution">(institution), country: "MX" },
    ...{ group: group === null ? null : asId<"quota">(group), isSeated, ticket: ticket + 1, canMoveUp: true },
  })),
  lastTicket: people.length,
  movesUp: true,
  isFrozen: false,
  ...more,
});

export const plan = (capacity: number, ...quotas: WantedQuota[]): LedgerChange => ({ kind: "plan", capacity, quotas });

export function decided(before: Ledger, change: LedgerChange): Decided {
  const outcome = decideLedger(before, change);
  if (isLedgerRefusal(outcome)) throw new Error(outcome.because);
  return outcome;
}
