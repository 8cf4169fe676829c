import { findAwaited } from "#app/enrolment/offers/offers.queries.ts";
import { listParticipants, type Participant } from "#app/enrolment/queries.ts";
import { formatDate } from "#app/i18n/format.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { quotaKey, type Whose } from "#app/nominations/quotas/rules.ts";
import { shownName } from "#app/people/names.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { lastDayOf } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findLedger } from "./ledger.queries.ts";
import { asItIs, type Decided, nextOf, type SeatPlace, seatsIn } from "./ledger.rules.ts";
import type { SeatCell, SeatGroup } from "./seat-grid.tsx";

type Visit = Pick<Reading, "db" | "locale" | "t" | "at">;

/** A ledger with the words for its groups and its people. */
export async function readLedger(visit: Visit, workshop: Workshop) {
  const { db, locale, t, at } = visit;
  const ledger = await findLedger(db, workshop, at);
  const participants = new Map((await listParticipants(db, workshop.id)).map((one) => [one.id, one]));
  const awaited = await findAwaited(db, workshop.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const nameOf = (id: Id<"enrolment">) => nameIn(participants.get(id));
  const wordsFor = ({ institutionId, country }: Whose) =>
    country === null
      ? institutionOf(institutionId).text
      : t("quotas:group.country", { country: countryName(country, locale, t) });
  const names = new Map(ledger.quotas.map((quota): [SeatPlace, string] => [quotaKey(quota), wordsFor(quota)]));
  const poolName = ledger.quotas.length ? t("quotas:group.pool") : t("quotas:group.whole");
  const groupName = (place: SeatPlace) => names.get(place) ?? poolName;
  return { ledger, participants, awaited, institutionOf, nameOf, wordsFor, groupName };
}

export type ReadLedger = Awaited<ReturnType<typeof readLedger>>;

const nameIn = (one: Participant | undefined) => (one ? shownName(one).name : "");

/** The names of some of a workshop's people, in the order in which they are asked for. */
export async function seatNames(db: Reader, workshopId: Id<"workshop">, ids: readonly Id<"enrolment">[]) {
  if (!ids.length) return [];
  const known = new Map((await listParticipants(db, workshopId)).map((one) => [one.id, one]));
  return ids.map((id) => nameIn(known.get(id)));
}

/** The seats of each group one by one: who has them, which are free, and who waits in which order. */
export function seatGroups(decided: Decided, read: ReadLedger, { locale, t }: Pick<Visit, "locale" | "t">) {
  const places: SeatPlace[] = [...decided.quotas.map(quotaKey), null];
  const releases = new Map(decided.quotas.map((quota) => [quotaKey(quota), quota.releaseOn]));
  return places.map((place): SeatGroup => {
    const own = decided.people.filter(({ group }) => group === place).toSorted((a, b) => a.ticket - b.ticket);
    const seated = own.filter(({ isSeated }) => isSeated);
    const waiting = own.filter(({ isSeated }) => !isSeated);
    const seats = seatsIn(decided, place);
    const free = Math.max(0, seats - seated.length);
    const cells: SeatCell[] = [
      ...seated.map(({ id }) => ({ kind: "taken" as const, key: id, name: read.nameOf(id) })),
      ...Array.from({ length: free }, (_, index) => ({ kind: "free" as const, key: `free-${index}`, name: "" })),
      ...waiting.map(({ id }, index) => ({ kind: "waits" as const, key: id, name: read.nameOf(id), rank: index + 1 })),
    ];
    const day = place === null ? null : (releases.get(place) ?? null);
    return {
      key: place ?? "pool",
      name: read.groupName(place),
      count: t("quotas:group.count", { taken: seated.length, seats }),
      waiting: waiting.length ? t("quotas:group.waiting", { count: waiting.length }) : "",
      release: day ? t("quotas:group.releaseOn", { date: formatDate(locale, day) }) : "",
      cells,
    };
  });
}

export type LedgerRow = ReturnType<typeof ledgerRows>[number];

/** Everybody of a ledger: where they stand, why, and what happens next. */
export function ledgerRows(read: ReadLedger, workshop: Workshop, { locale, t }: Pick<Visit, "locale" | "t">) {
  const { ledger, participants, awaited, groupName, institutionOf } = read;
  const now = asItIs(ledger);
  const until =
    workshop.promotionDays === null ? null : formatDate(locale, lastDayOf(workshop, workshop.promotionDays));
  const places: SeatPlace[] = [...now.quotas.map(quotaKey), null];
  return places.flatMap((place) => {
    const own = now.people.filter(({ group }) => group === place).toSorted((a, b) => a.ticket - b.ticket);
    const seats = seatsIn(now, place);
    const taken = own.filter(({ isSeated }) => isSeated).length;
    const next = nextOf(now, place);
    const gains = next !== null && ledger.movesUp ? read.nameOf(next) : null;
    const after = seatWords({ next: next === null ? null : read.nameOf(next), until, movesUp: ledger.movesUp }, t);
    let rank = 0;
    return own
      .toSorted((a, b) => Number(b.isSeated) - Number(a.isSeated))
      .flatMap((one) => {
        const person = participants.get(one.id);
        if (!person) return [];
        const group = groupName(place);
        if (!one.isSeated) rank += 1;
        const answerBy = awaited.get(one.id);
        const awaitedUntil = answerBy ? formatDate(locale, answerBy) : null;
        const waits = { rank, isNext: one.id === next, canMoveUp: one.canMoveUp, hasFree: taken < seats };
        return [
          {
            id: one.id,
            name: shownName(person),
            institution: institutionOf(person.institutionId),
            group,
            state: person.state,
            rank: one.isSeated ? null : rank,
            why: one.isSeated
              ? t(awaitedUntil ? "quotas:why.awaited" : "quotas:why.seat", { group, seats })
              : waitingWhy(waits, { group, seats }, t),
            next: one.isSeated ? (awaitedUntil ? awaitedWords(awaitedUntil, gains, t) : after) : waitingNext(waits, t),
          },
        ];
      });
  });
}

type After = { next: string | null; until: string | null; movesUp: boolean };

/** What becomes of a seat whose holder withdraws. */
function seatWords({ next, until, movesUp }: After, t: Translator): string {
  if (next === null) return t("quotas:next.free");
  if (!movesUp) return t("quotas:next.decide", { name: next });
  return until ? t("quotas:next.givesUntil", { name: next, date: until }) : t("quotas:next.gives", { name: next });
}

/** What becomes of a seat whose holder has not confirmed it yet. */
const awaitedWords = (date: string, gains: string | null, t: Translator) =>
  gains === null ? t("quotas:next.awaitedFree", { date }) : t("quotas:next.awaited", { date, name: gains });

type Waits = { rank: number; isNext: boolean; canMoveUp: boolean; hasFree: boolean };

function waitingWhy({ canMoveUp, hasFree }: Waits, words: { group: string; seats: number }, t: Translator): string {
  if (!canMoveUp) return t("quotas:why.passedOver");
  return hasFree ? t("quotas:why.notGiven", words) : t("quotas:why.waits", words);
}

function waitingNext({ rank, isNext, canMoveUp }: Waits, t: Translator): string {
  if (isNext) return t("quotas:next.first");
  return canMoveUp ? t("quotas:next.after", { count: rank - 1 }) : t("quotas:next.kept");
}

/** The quotas that were released already, in words. */
export const releasedWords = (
  released: readonly (Whose & { id: string; seats: number; releasedSeats: number | null; releasedOn: string })[],
  { wordsFor }: ReadLedger,
  t: Translator,
) =>
  released.map(({ id, seats, releasedSeats, releasedOn, ...whose }) => ({
    id,
    text: t("quotas:released.text", { group: wordsFor(whose), seats, free: releasedSeats ?? 0, date: releasedOn }),
  }));

/** Until when seats move by themselves, and when the list is fixed. */
export function windowWords(workshop: Workshop, { locale, t }: Pick<Visit, "locale" | "t">): string[] {
  const { promotionDays, freezeDays, confirmDays } = workshop;
  const day = (days: number) => formatDate(locale, lastDayOf(workshop, days));
  return [
    ...(promotionDays === null ? [] : [t("quotas:windows.promotion", { date: day(promotionDays) })]),
    ...(confirmDays === null ? [] : [t("quotas:windows.confirm", { count: confirmDays })]),
    ...(freezeDays === null ? [] : [t("quotas:windows.freeze", { date: day(freezeDays) })]),
  ];
}
