import { z } from "zod";
import { clockTime, endTime, isEndOfSession, isTimeOfDay } from "#app/timetable/session/clock-time.ts";
import { localised } from "#app/web/field-groups.ts";
import { choice, flag, optionalText } from "#app/web/fields.ts";
import { date, hasUntoldReason, untoldFields, untoldReasonNeeded } from "#app/workshops/form.ts";
import { sessionKinds } from "./kinds.ts";

const time = optionalText(5, "desk:form.time")
  .transform((text) => clockTime(text) ?? text)
  .refine(isTimeOfDay, "desk:form.time");

const end = optionalText(5, "desk:form.time")
  .transform((text) => endTime(text) ?? text)
  .refine(isEndOfSession, "desk:form.time");

export const sessionTitle = localised("title", 160);

const fields = {
  ...sessionTitle.fields,
  kind: choice(sessionKinds),
  date,
  startsTime: time,
  endsTime: end,
  endsNextDay: flag,
  room: optionalText(120),
  isCounted: flag,
};

export const sessionForm = z.object(fields);
/** A new one; `next` where another is to follow. */
export const newSessionForm = z
  .object({ ...fields, ...untoldFields, next: flag })
  .refine(hasUntoldReason, untoldReasonNeeded);
/** A session of a plan that people may know already. */
export const sessionChangeForm = z.object({ ...fields, ...untoldFields }).refine(hasUntoldReason, untoldReasonNeeded);
export type SessionInput = z.output<typeof sessionForm>;
