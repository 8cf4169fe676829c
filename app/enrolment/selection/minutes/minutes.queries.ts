import type { By } from "#app/access/actor.ts";
import type { FoundCandidate } from "#app/enrolment/selection/candidates.queries.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import {
  type Balance,
  balanceOf,
  type DecisionReason,
  type Eligibility,
  effectsOf,
  type GroupSeats,
  reserveRanks,
  type SelectionDecision,
} from "#app/nominations/selection/selection.rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { findHow, type MinutesReview, type MinutesRule, type Named } from "./how.queries.ts";

type Texts = Partial<Record<"es" | "ja" | "en", string>>;

/** What the minutes of a round say: as it was when it was announced, in every language. */
export type Minutes = {
  workshop: { code: string; title: Texts; startsOn: LocalDate; endsOn: LocalDate; zone: Zone };
  announcedAt: Instant;
  groups: { names: Texts | null; country: string | null; seats: Omit<ReturnType<typeof effectsOf>[number], "group"> }[];
  people: (Named & {
    country: string;
    sender: Texts;
    rank: number;
    decision: SelectionDecision;
    reserveRank: number | null;
    because: DecisionReason | null;
    eligibility: Eligibility | null;
  })[];
  balance: { nominated: Balance; selected: Balance };
  /** By what people were judged, and by whom; null where nobody was to be. Rounds of before December 2026 lack it. */
  review?: MinutesReview | null;
  rule?: MinutesRule;
};

type Round = { candidates: readonly FoundCandidate[]; groups: readonly GroupSeats[]; by: By };

/** The minutes of what is about to be announced. */
export async function findMinutes(
  db: Reader,
  workshop: WholeWorkshop,
  { candidates, groups, by }: Round,
): Promise<Minutes> {
  const quotas = new Map((await listQuotas(db, workshop.id)).map((quota) => [quota.id, quota]));
  const names = new Map((await listInstitutions(db, workshop.startsOn)).map(({ id, name }) => [id, name]));
  const ranks = reserveRanks(candidates);
  const { code, startsOn, endsOn, zone, texts } = workshop;
  return {
    workshop: { code, title: texts.title, startsOn, endsOn, zone },
    announcedAt: by.at,
    groups: effectsOf(groups, candidates).map(({ group, ...seats }) => {
      const quota = group === null ? undefined : quotas.get(group);
      const own = quota?.institutionId ? names.get(quota.institutionId) : undefined;
      return { names: own ?? null, country: quota?.country ?? null, seats };
    }),
    people: candidates.flatMap((one) => {
      const { familyName, givenName, secondSurname, nativeName, country, rank, decision, because, eligibility } = one;
      if (decision === null) return [];
      const reserveRank = ranks.get(one.id) ?? null;
      const facts = { country, sender: names.get(one.institutionId) ?? {}, rank };
      return [
        {
          ...{ familyName, givenName, secondSurname, nativeName },
          ...{ ...facts, decision, reserveRank, because, eligibility },
        },
      ];
    }),
    ...(await findHow(db, workshop, { candidates, groups }, names)),
    balance: {
      nominated: balanceOf(candidates),
      selected: balanceOf(candidates.filter(({ decision }) => decision === "selected")),
    },
  };
}
