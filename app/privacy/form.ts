import { z } from "zod";
import { optionalText } from "#app/web/fields.ts";

export const privacyForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("session"), sessionId: optionalText(64) }),
  z.object({ part: z.literal("others") }),
]);
