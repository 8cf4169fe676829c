import { z } from "zod";
import { nomineeFacts } from "#app/nominations/nomination/form.ts";
import { withdrawalReasons } from "#app/nominations/nomination/rules.ts";
import { choice, requiredId, requiredText } from "#app/web/fields.ts";

const because = choice(withdrawalReasons);

/** Who shall come instead: somebody who is known, or somebody new; and why the other one leaves. */
export const substituteForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("people"), because, personId: requiredId<"person">("nominations:form.substitute") }),
  z.object({ part: z.literal("person"), because, ...nomineeFacts }),
]);

/** What the host says to it. */
export const substitutionForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("accept") }),
  z.object({ part: z.literal("refuse"), reason: requiredText(500, "nominations:form.reason") }),
]);
