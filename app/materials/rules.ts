import { type Instant, plusDays } from "#app/time/instant.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

/** Who may have it. `confidential`: as participants, with the reader's name on each page. */
export const materialClasses = ["public", "participants", "staff", "confidential"] as const;
export type MaterialClass = (typeof materialClasses)[number];

/** `mul`: several languages in one document. */
export const materialLanguages = ["es", "ja", "en", "mul"] as const;
export type MaterialLanguage = (typeof materialLanguages)[number];

/** How long after the last day of its workshop a file is kept; one that came later, from then on. */
const yearsKept: Record<MaterialClass, number> = { public: 10, participants: 5, staff: 5, confidential: 1 };
/** So long what was removed can be brought back. */
export const daysToRestore = 30;

type Kept = {
  class: MaterialClass;
  removedAt: Instant | null;
  /** When the file came. */
  addedAt: Instant;
  /** The last day of the workshop. */
  endsOn: LocalDate;
};

/** Until when a file of a material is kept. */
export function keptUntil({ class: whose, removedAt, addedAt, endsOn }: Kept): Instant {
  const lastOn: Instant = `${plusLocalDays(endsOn, 1)}T00:00:00.000Z`;
  const end = plusDays(lastOn > addedAt ? lastOn : addedAt, Math.round(yearsKept[whose] * 365.25));
  const removed = removedAt && plusDays(removedAt, daysToRestore);
  return removed && removed < end ? removed : end;
}

/** The code of a reader's copy is short enough to be typed off a page; it has no letters that look alike. */
const codeLetters = "23456789abcdefghjkmnpqrstvwxyz";
const codeLength = 8;

/** @param random at least as many numbers from 0 to 255 as the code has letters */
export const codeOf = (random: Uint8Array) =>
  Array.from(random.subarray(0, codeLength), (byte) => codeLetters[byte % codeLetters.length]).join("");

/** What somebody has typed off a page, as it is kept. */
export const readCode = (typed: string) =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "");

type Placed = { id: string; position: number };

/**
 * The two materials that change places when one moves up or down among its neighbours.
 * @param group those that stand together, in their order
 * @returns null where there is no place to move to
 */
export function swapOf<Item extends Placed>(group: readonly Item[], id: string, way: "up" | "down") {
  const from = group.findIndex((one) => one.id === id);
  const to = way === "up" ? from - 1 : from + 1;
  const [moved, other] = [group[from], group[to]];
  return moved && other ? ([moved, other] as const) : null;
}
