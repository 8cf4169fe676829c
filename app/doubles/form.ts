import { z } from "zod";
import { type ChosenField, chosenFields, type Side, sides } from "#app/people/merge/merge.rules.ts";
import { type Fields, optionalChoice } from "#app/web/fields.ts";

const side = optionalChoice(sides);
const facts = Object.fromEntries(chosenFields.map((field) => [field, side])) as Record<
  (typeof chosenFields)[number],
  typeof side
>;

const prefix = "workshop.";
/** The field of the enrolment that stays in a workshop. */
export const workshopField = (workshopId: string) => `${prefix}${workshopId}`;

/** Beside the facts `workshop.{workshopId}`: whose enrolment stays there. */
export const mergingForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("merging"), account: side, ...facts }).catchall(z.unknown()),
  z.object({ part: z.literal("distinguishing") }),
]);

export type Choices = {
  facts: Partial<Record<ChosenField, Side>>;
  /** Whose account stays, where both have one. */
  account: Side | null;
  /** Whose enrolment stays, by the workshop in which both have one. */
  enrolments: ReadonlyMap<string, Side>;
};

/** What somebody has chosen. Of what they have not, nothing is said. */
export function choicesIn(values: Fields): Choices {
  const isSide = (value: unknown): value is Side => sides.some((one) => one === value);
  const chosen = new Map(Object.entries(values).filter((entry): entry is [string, Side] => isSide(entry[1])));
  return {
    facts: Object.fromEntries(chosenFields.flatMap((field) => (chosen.has(field) ? [[field, chosen.get(field)]] : []))),
    account: chosen.get("account") ?? null,
    enrolments: new Map(
      [...chosen].flatMap(([name, one]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), one] as const] : [],
      ),
    ),
  };
}
