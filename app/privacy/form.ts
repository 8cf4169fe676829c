import { z } from "zod";
import { optionalId } from "#app/web/fields.ts";

export const privacyForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("session"), sessionId: optionalId<"accountSession">() }),
  z.object({ part: z.literal("others") }),
]);
