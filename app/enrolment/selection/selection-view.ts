import { formatShare } from "#app/i18n/format.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { listStandings } from "#app/nominations/application/queries.ts";
import { applicationStanding } from "#app/nominations/application/standing.queries.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { isCallOpen } from "#app/nominations/nomination/known.queries.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import type { QuotaGroup } from "#app/nominations/quotas/rules.ts";
import { reviewScores } from "#app/nominations/review/reviewing.ts";
import {
  announcementProblems,
  type Balance,
  type BoardColumn,
  balanceOf,
  type Effect,
  effectsOf,
  isOpenCase,
  isSelected,
  reserveRanks,
  type SelectionProblem,
} from "#app/nominations/selection/selection.rules.ts";
import { shownName } from "#app/people/names.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { type FoundCandidate, findCandidates } from "./candidates.queries.ts";

type Visit = Pick<Reading, "db" | "locale" | "t" | "at">;

/** Everybody about whom a workshop decides, with the words for groups and senders. */
export async function readSelection(visit: Visit, workshop: Workshop) {
  const { db, locale, t } = visit;
  const found = await findCandidates(db, workshop);
  const quotas = workshop.quotaSeats > 0 ? await listQuotas(db, workshop.id) : [];
  const review = await reviewScores(db, workshop.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const names = new Map<QuotaGroup, string>(
    quotas.map(({ id, institutionId, country }) => [
      id,
      country === null
        ? institutionOf(institutionId).text
        : t("quotas:group.country", { country: countryName(country, locale, t) }),
    ]),
  );
  const poolName = quotas.length ? t("quotas:group.pool") : t("quotas:group.whole");
  const call = await findCall(db, workshop.id);
  const standings = await listStandings(
    db,
    found.candidates.map(({ id }) => id),
  );
  const applicationOf = (id: Id<"nomination">) => applicationStanding(call, standings.get(id));
  const groupName = (group: QuotaGroup) => names.get(group) ?? poolName;
  return { ...found, review, institutionOf, applicationOf, groupName };
}

export type ReadSelection = Awaited<ReturnType<typeof readSelection>>;

/** All that speaks against announcing what is drafted. */
export async function problemsOf({ db, at }: Visit, workshop: Workshop, { groups, candidates }: ReadSelection) {
  const isCallStillOpen = isCallOpen(await findCall(db, workshop.id), workshop, at);
  const isNow = mayNow("nominate", workshop, at);
  return announcementProblems({ groups, candidates, isNow, isCallOpen: isCallStillOpen });
}

type ProblemWords = { because: SelectionProblem["because"]; group: string; count: number; names: string[] };

/** Each problem with what its sentence needs. */
export function problemWords(problems: readonly SelectionProblem[], { candidates, groupName }: ReadSelection) {
  const nameOf = (id: Id<"nomination">) => candidates.filter((one) => one.id === id).map((one) => shownName(one).name);
  return problems.map((problem): ProblemWords => {
    const ids = "ids" in problem ? problem.ids : [];
    return {
      because: problem.because,
      group: "group" in problem ? groupName(problem.group) : "",
      count: "count" in problem ? problem.count : ids.length,
      names: ids.slice(0, mostNames).flatMap(nameOf),
    };
  });
}

const mostNames = 10;

/** Where somebody stands on the board: by the draft, or by what was announced. */
export const columnOf = (one: FoundCandidate): BoardColumn =>
  isOpenCase(one) ? (one.decision ?? "undecided") : (one.state as BoardColumn);

export type SelectionRow = ReturnType<typeof selectionRows>[number];

/** Everybody as the board and the list show them: by column, those in reserve in their order. */
export function selectionRows(read: ReadSelection, { code }: Pick<Workshop, "code">) {
  const { candidates, institutionOf, applicationOf, groupName, review } = read;
  const ranks = reserveRanks(candidates);
  return candidates
    .map((one) => {
      const { id, rank, eligibility, because, note, isFirstTimer, isEnrolled, country, post } = one;
      const isOpen = isOpenCase(one);
      const reserveRank = isOpen ? (ranks.get(id) ?? null) : one.state === "reserve" ? one.reserveOrder : null;
      return {
        ...{ id, code, rank, eligibility, because, note: note ?? "", isFirstTimer, country, post: post ?? "" },
        ...{ isOpen, isEnrolled: isOpen && isEnrolled, reserveRank, column: columnOf(one) },
        name: shownName(one),
        application: applicationOf(id),
        score: review.of.get(id)?.score ?? null,
        place: review.of.get(id)?.place ?? null,
        isThirdMissing: review.of.get(id)?.needsThird ?? false,
        sender: institutionOf(one.institutionId),
        senderId: one.institutionId,
        group: groupName(one.group),
      };
    })
    .toSorted((a, b) => (a.reserveRank ?? 0) - (b.reserveRank ?? 0));
}

export type EffectRow = { group: string } & Omit<Effect, "group">;

export const effectRows = ({ groups, groupName }: ReadSelection, candidates: readonly FoundCandidate[]): EffectRow[] =>
  effectsOf(groups, candidates).map(({ group, ...effect }) => ({ group: groupName(group), ...effect }));

export type BalanceRow = { name: "people" | "women" | "firstTimers" | "institutions" | "countries"; values: string[] };

/** What several sets of people are like, side by side. It is advice: nothing is refused by it. */
export function balanceRows(sets: readonly (readonly FoundCandidate[])[], { locale, t }: Pick<Visit, "locale" | "t">) {
  const balances = sets.map(balanceOf);
  const each = (name: BalanceRow["name"], value: (one: Balance) => string): BalanceRow => ({
    name,
    values: balances.map(value),
  });
  const part = (count: number, whole: number) =>
    t("selection:balance.part", { part: count, whole, share: formatShare(locale, whole ? count / whole : null) });
  return [
    each("people", ({ people }) => String(people)),
    each("women", ({ women, knownSex }) => part(women, knownSex)),
    each("firstTimers", ({ firstTimers, people }) => part(firstTimers, people)),
    each("institutions", ({ institutions }) => String(institutions)),
    each("countries", ({ byCountry }) =>
      byCountry.map(({ country, count }) => `${countryName(country, locale, t)} ${count}`).join(" · "),
    ),
  ];
}

export const selectedAmong = (candidates: readonly FoundCandidate[]) => candidates.filter(isSelected);
