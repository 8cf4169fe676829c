import { z } from "zod";
import { encodings } from "#app/tables/reading/encodings.ts";
import { choice, optionalText, requiredId } from "#app/web/fields.ts";

/** Where it is sent for a workshop, its programme is the workshop's. */
export const sendListForm = z.object({
  programmeId: requiredId<"programme">("common:form.choose"),
  workshop: optionalText(20),
});

const prefix = "row.";

/** The field of what is decided about a row. */
export const rowField = (number: number) => `${prefix}${number}`;

const choicesForm = z
  .object({ part: z.literal("choices") })
  .catchall(z.unknown())
  .transform(({ part, ...fields }) => {
    const choices = new Map<number, string>();
    for (const [name, value] of Object.entries(fields)) {
      // no list has more rows
      if (!/^row\.\d{1,6}$/.test(name) || typeof value !== "string") continue;
      choices.set(Number(name.slice(prefix.length)), value.slice(0, 64));
    }
    return { part, choices };
  });

/** What is done with a list that was read. */
export const reviewForm = z.union([
  z.object({ part: z.literal("encoding"), encoding: choice(encodings) }),
  z.object({ part: z.enum(["apply", "undo", "discard"]) }),
  choicesForm,
]);
