import { factFields } from "#app/people/rules.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import type { PersonTable, ProgrammePersonTable } from "#db/schema.ts";

type Stored = { [Column in keyof PersonTable]: PersonTable[Column] extends infer Value ? Value : never };
export type PersonRecord = Omit<Stored, "sortName" | "sortReading"> & { sortName: string; sortReading: string };

/** What a merge has changed of two people's own records: with it, it can be undone. Other rooms keep theirs beside. */
export type KeptMerge = {
  gone: PersonRecord;
  before: Partial<PersonRecord>;
  taken: Partial<PersonRecord>;
  lists: Pick<ProgrammePersonTable, "programmeId" | "addedAt" | "addedBy">[];
  /** Lists on which the person that stays was not before. */
  joined: Id<"programme">[];
  distinct: { otherId: Id<"person">; saidAt: Instant; saidBy: Id<"account"> | null }[];
};

/** So long a merge can be undone. */
export const undoDays = 30;

export const isUndoable = (mergedAt: Instant, at: Instant): boolean => plusDays(mergedAt, undoDays) > at;

/** Facts of which one of two stays. A confirmed name goes as a whole, with the day on which it was confirmed. */
export const chosenFields = [...factFields, "certificateName"] as const;
export type ChosenField = (typeof chosenFields)[number];

const goesWith: Partial<Record<ChosenField, (keyof Taken)[]>> = {
  certificateName: ["certificateSecondName", "nameConfirmedAt"],
};

export const sides = ["kept", "gone"] as const;
export type Side = (typeof sides)[number];
export type Sides<Row> = { kept: Row; gone: Row };
type Facts = Pick<PersonTable, ChosenField>;
type Taken = Pick<PersonTable, ChosenField | "certificateSecondName" | "nameConfirmedAt">;

/** The facts in which two differ: of these somebody chooses. */
export const differing = ({ kept, gone }: Sides<Facts>): ChosenField[] =>
  chosenFields.filter((field) => kept[field] !== gone[field]);

/** What is offered: what is known rather than what is not, and else that of whoever stays. */
export const offeredSide = (field: ChosenField, { kept, gone }: Sides<Facts>): Side =>
  kept[field] === null && gone[field] !== null ? "gone" : "kept";

/** What changes of the person that stays. */
export function takenOver(sides: Sides<Taken>, choices: Partial<Record<ChosenField, Side>>): Partial<Taken> {
  const taken: Record<string, unknown> = {};
  for (const field of differing(sides)) {
    if ((choices[field] ?? offeredSide(field, sides)) === "kept") continue;
    for (const column of [field, ...(goesWith[field] ?? [])] as (keyof Taken)[]) taken[column] = sides.gone[column];
  }
  return taken as Partial<Taken>;
}
