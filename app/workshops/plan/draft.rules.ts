import type { PartyRole } from "#app/programmes/rules.ts";
import type { Id } from "#db/id.ts";

/** The working languages of a new draft. */
export const usualLanguages = ["es", "ja"] as const;

/** Who hosts a programme's workshops, unless somebody says otherwise: its first host, or its only institution. */
export function usualHost(parties: readonly { institutionId: Id<"institution">; role: PartyRole }[]) {
  const institutionIds = [...new Set(parties.map(({ institutionId }) => institutionId))];
  const host = parties.find(({ role }) => role === "host")?.institutionId;
  return host ?? (institutionIds.length === 1 ? (institutionIds[0] ?? null) : null);
}

const counted = /^(.+)-(\d{4})-(\d{2,4})$/;

/** Leaves room for a year and a number in the twenty characters of a code. */
const longestPrefix = 11;

/** What a programme's workshops begin their codes with: as the latest does, else as the programme itself. */
export function codePrefix(programmeCode: string, codes: readonly string[]): string {
  const latest = codes
    .filter((code) => counted.test(code))
    .toSorted(byYearAndNumber)
    .at(-1);
  const [ofProgramme = programmeCode] = programmeCode.split("-");
  return latest ? (counted.exec(latest)?.[1] ?? ofProgramme) : ofProgramme.slice(0, longestPrefix);
}

/** The next free code of a year: `MJ-2026-08` after `MJ-2026-07`, whatever gaps there are before. */
export function nextCode(prefix: string, year: string, taken: readonly string[]): string {
  const start = `${prefix}-${year}-`;
  const numbers = taken.filter((code) => code.startsWith(start)).map((code) => Number(code.slice(start.length)));
  const last = Math.max(0, ...numbers.filter(Number.isInteger));
  return start + String(last + 1).padStart(2, "0");
}

const byYearAndNumber = (a: string, b: string) => orderOf(a).localeCompare(orderOf(b));

function orderOf(code: string): string {
  const [, , year = "", number = ""] = counted.exec(code) ?? [];
  return `${year}-${number.padStart(4, "0")}`;
}
