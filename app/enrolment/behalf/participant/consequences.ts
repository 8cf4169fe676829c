import type { StandingOf } from "#app/enrolment/behalf/behalf.queries.ts";
import { type Change, destinationOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { movingUp } from "#app/enrolment/rules.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { type ShownName, shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import { isShut, mayNow, momentOf } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";

/** A sentence, and the people of whom it speaks. */
export type Consequence = { text: string; people?: ShownName[] };

type Told = {
  workshop: Workshop;
  found: StandingOf;
  /** In which language a letter reaches them; null where none does. */
  letterIn: Locale | null;
};

type Visit = { locale: Locale; t: Translator; at: Instant };

/** What follows from an act, said before it is done. */
export function consequencesOf(change: Change, told: Told, visit: Visit): Consequence[] {
  const { t } = visit;
  return [...followsOf[change](told, visit), ...letterLines(change, told, visit), { text: t("behalf:follows.undo") }];
}

type Follows = (told: Told, visit: Visit) => Consequence[];

const followsOf: Record<Change, Follows> = {
  withdrawn: ({ workshop, found }, { t, at }) => {
    if (found.enrolment.state === "reserve") return [{ text: t("behalf:follows.leavesQueue") }];
    const isUnderWay = momentOf(workshop, at) === "underWay";
    const marks = isUnderWay ? [{ text: t("behalf:follows.marks") }] : [];
    return [freed({ workshop, found }, { t, at }), ...marks];
  },
  seated: ({ workshop }, { t, locale }) => [
    { text: t("behalf:follows.seated", { free: formatNumber(locale, workshop.capacity - workshop.seatsTaken) }) },
  ],
  overtaken: ({ workshop, found }, { t, at }) => [
    { text: t("behalf:follows.passes", { count: found.ahead.length }), people: found.ahead.map(shownName) },
    {
      text:
        destinationOf("overtaken", found.standing, workshop, at) === "confirmed"
          ? t("behalf:follows.seatAtOnce")
          : t("behalf:follows.first"),
    },
  ],
  unseated: ({ workshop, found }, { t, at, locale }) => [
    { text: t("behalf:follows.last", { rank: formatNumber(locale, workshop.reserveCount) }) },
    freed({ workshop, found }, { t, at }),
  ],
};

/** Who gets the seat that is given up. */
function freed({ workshop, found }: Pick<Told, "workshop" | "found">, { t, at }: Pick<Visit, "t" | "at">): Consequence {
  const next = found.others[0];
  const moves = movingUp({ ...workshop, seatsTaken: workshop.seatsTaken - 1 }) > 0;
  if (!next || !moves) return { text: t("behalf:follows.free") };
  if (isShut(workshop, workshop.promotionDays, at)) return { text: t("behalf:follows.freeShut") };
  if (!mayNow("moveUp", workshop, at)) return { text: t("behalf:follows.freeLate") };
  return { text: t("behalf:follows.movesUp"), people: [shownName(next)] };
}

function letterLines(change: Change, { workshop, found, letterIn }: Told, { t, at }: Visit): Consequence[] {
  if (change === "overtaken" && destinationOf(change, found.standing, workshop, at) === "reserve")
    return [{ text: t("behalf:follows.noLetter") }];
  if (!letterIn) return [{ text: t("behalf:follows.unreached") }];
  return [{ text: t("behalf:follows.letter", { language: endonyms[letterIn] }) }];
}
