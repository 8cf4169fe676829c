import {
  asItIs,
  countersOf,
  type Decided,
  decideLedger,
  isLedgerRefusal,
  type Ledger,
  type LedgerChange,
  type LedgerRefusal,
  seatsIn,
} from "#app/enrolment/quotas/ledger/ledger.rules.ts";
import { type ReadLedger, seatGroups } from "#app/enrolment/quotas/ledger/ledger-view.ts";
import { formatList } from "#app/i18n/format.ts";
import { type QuotaGroup, quotaKey } from "#app/nominations/quotas/rules.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { mostSeats } from "#app/web/fields.ts";
import { asId, type Id } from "#db/id.ts";

type Visit = Pick<Reading, "locale" | "t">;

/** More people than anybody looks through in a list; each has a link of their own besides. */
const mostPeople = 300;

/** What can be tried out. Each is a word of the address. */
export function trialChoices(read: ReadLedger, { t }: Visit): Option[] {
  const { ledger, groupName, nameOf } = read;
  const quotas = ledger.quotas.map((quota) => ({ id: quota.id, name: groupName(quotaKey(quota)) }));
  const seated = ledger.people.filter(({ isSeated }) => isSeated).slice(0, mostPeople);
  return [
    { value: "capacity", label: t("quotas:trial.capacity"), group: t("quotas:trial.seats") },
    ...quotas.map(({ id, name }) => ({
      value: `size.${id}`,
      label: t("quotas:trial.size", { group: name }),
      group: t("quotas:trial.seats"),
    })),
    ...quotas.map(({ id, name }) => ({
      value: `release.${id}`,
      label: t("quotas:trial.release", { group: name }),
      group: t("quotas:trial.releases"),
    })),
    ...seated.map(({ id }) => ({
      value: `withdrawal.${id}`,
      label: t("quotas:trial.withdrawal", { name: nameOf(id) }),
      group: t("quotas:trial.withdrawals"),
    })),
  ];
}

type Asked = { change: LedgerChange; releases: Id<"quota"> | null };

/** What an address asks for; null where it asks for nothing, or lacks the number that it needs. */
export function askedIn(ledger: Ledger, what: string, typed: string): Asked | null {
  const [kind, id = ""] = what.split(".");
  if (kind === "withdrawal") return { change: { kind, enrolment: asId<"enrolment">(id) }, releases: null };
  if (kind === "release") return { change: { kind, quota: asId<"quota">(id) }, releases: asId<"quota">(id) };
  const seats = numberIn(typed);
  if (seats === null) return null;
  if (kind === "capacity") return { change: { kind: "plan", capacity: seats, quotas: ledger.quotas }, releases: null };
  if (kind !== "size" || !ledger.quotas.some((quota) => quota.id === id)) return null;
  const quotas = ledger.quotas.flatMap((quota) => {
    if (quota.id !== id) return [quota];
    return seats === 0 ? [] : [{ ...quota, seats }];
  });
  return { change: { kind: "plan", capacity: ledger.capacity, quotas }, releases: null };
}

/** Whether what was typed is no number of seats. */
export function numberIn(typed: string): number | null {
  const text = typed.normalize("NFKC").trim();
  return /^\d{1,5}$/.test(text) && Number(text) <= mostSeats ? Number(text) : null;
}

/** What would follow, in words and drawn; the same rule decides it as when it is done. */
export function trialOf(read: ReadLedger, { change }: Asked, visit: Visit) {
  const outcome = decideLedger(read.ledger, change);
  if (isLedgerRefusal(outcome))
    return { refused: refusalWords(read, outcome, visit), lines: [], groups: [], counts: [] };
  return {
    refused: null,
    lines: linesOf(read, outcome, visit),
    groups: seatGroups(outcome, read, visit),
    counts: countsOf(read, outcome),
  };
}

function refusalWords({ nameOf }: ReadLedger, { because, people }: LedgerRefusal, { t, locale }: Visit): string {
  const names = formatList(locale, people.map(nameOf));
  return t(`quotas:refused.${because}`, { count: people.length, names });
}

function linesOf(read: ReadLedger, outcome: Decided, { t, locale }: Visit): string[] {
  const { ledger, nameOf, groupName } = read;
  const places = new Map<QuotaGroup, string | null>(ledger.quotas.map((quota) => [quota.id, quotaKey(quota)]));
  const now = new Map(outcome.people.map((one) => [one.id, one.group]));
  const moved = Map.groupBy(outcome.regrouped, ({ from, to }) => JSON.stringify([places.get(from) ?? null, to]));
  const lines = [
    ...outcome.promoted.map((id) =>
      t("quotas:trial.promoted", { name: nameOf(id), group: groupName(now.get(id) ?? null) }),
    ),
    ...[...moved].map(([key, own]) => {
      const [from, to] = JSON.parse(key) as [string | null, string | null];
      const names = formatList(
        locale,
        own.map(({ id }) => nameOf(id)),
      );
      return t("quotas:trial.moved", { names, from: groupName(from), to: groupName(to) });
    }),
  ];
  return lines.length ? lines : [t("quotas:trial.nobody")];
}

/** Seats before and after, group by group. */
function countsOf({ ledger, groupName }: ReadLedger, after: Decided) {
  const before = asItIs(ledger);
  const places = new Set([...before.quotas.map(quotaKey), ...after.quotas.map(quotaKey), null]);
  return [...places].map((place) => ({
    group: groupName(place),
    before: { seats: seatsIn(before, place), ...countersOf(before, place) },
    after: { seats: seatsIn(after, place), ...countersOf(after, place) },
  }));
}
