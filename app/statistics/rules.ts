import type { Marks } from "#app/attendance/measures.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";

/** Cancelled workshops, and whoever enrolled in them, stand outside every figure. */
export const workshopGroups = ["planned", "running", "completed"] as const;
export type WorkshopGroup = (typeof workshopGroups)[number];

export const statesOf: Record<WorkshopGroup, readonly WorkshopState[]> = {
  planned: ["draft", "published", "open", "closed"],
  running: ["running"],
  completed: ["completed"],
};

export const groupOf = (state: WorkshopState): WorkshopGroup | null =>
  workshopGroups.find((group) => statesOf[group].includes(state)) ?? null;

/**
 * Of the enrolments with a seat: all, those who came, those with a certificate, the marks of the rate. And the reserve.
 */
export const peopleGroups = ["enrolled", "attending", "certified", "marked", "reserve"] as const;
export type PeopleGroup = (typeof peopleGroups)[number];

export type Figures = Record<PeopleGroup, number> & Marks;

/** Where the people of a figure come from: no institution where a person has none. */
export type Origin = { country: string; institutionId: Id<"institution"> | null };

export const nothing: Figures = {
  enrolled: 0,
  attending: 0,
  certified: 0,
  marked: 0,
  reserve: 0,
  attended: 0,
  counted: 0,
};

/** Adds figures to a sum, or takes them away. */
export function add(
  sum: Figures,
  { enrolled, attending, certified, marked, reserve, attended, counted }: Figures,
  sign = 1,
) {
  // written out: a report adds thousands of rows, and a loop over the names takes five times as long
  sum.enrolled += sign * enrolled;
  sum.attending += sign * attending;
  sum.certified += sign * certified;
  sum.marked += sign * marked;
  sum.reserve += sign * reserve;
  sum.attended += sign * attended;
  sum.counted += sign * counted;
}

export function sumOf(rows: readonly Figures[]): Figures {
  const sum = { ...nothing };
  for (const row of rows) add(sum, row);
  return sum;
}

export const originKey = ({ country, institutionId }: Origin) => `${country} ${institutionId ?? ""}`;
