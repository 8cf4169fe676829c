import { z } from "zod";
import { choice, flag, optionalText } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";
import { clockTime } from "./clock-time.ts";
import { sessionKinds } from "./kinds.ts";

const time = optionalText(5)
  .refine((text) => clockTime(text) !== null, "desk:form.time")
  .transform((text) => clockTime(text) ?? text);

export const sessionForm = z.object({
  "title.es": optionalText(160),
  "title.ja": optionalText(160),
  "title.en": optionalText(160),
  kind: choice(sessionKinds),
  date,
  startsTime: time,
  endsTime: time,
  room: optionalText(120),
  isCounted: flag,
});
export type SessionInput = z.output<typeof sessionForm>;
