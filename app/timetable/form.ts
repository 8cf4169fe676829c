import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";
import { clockTime, endTime, isEndOfSession, isTimeOfDay } from "#app/time/clock-time.ts";
import { repeatedHours } from "#app/time/zoned-time.ts";
import { zones } from "#app/time/zones.ts";
import { localised } from "#app/web/field-groups.ts";
import { choice, flag, optionalChoice, optionalId, optionalText, webAddress } from "#app/web/fields.ts";
import { date, hasUntoldReason, untoldFields, untoldReasonNeeded } from "#app/workshops/form.ts";
import { modes } from "#app/workshops/kinds.ts";
import { interpretations, sessionKinds } from "./kinds.ts";

const time = optionalText(5, "desk:form.time")
  .transform((text) => clockTime(text) ?? text)
  .refine(isTimeOfDay, "desk:form.time");

const end = optionalText(5, "desk:form.time")
  .transform((text) => endTime(text) ?? text)
  .refine(isEndOfSession, "desk:form.time");

export const sessionTitle = localised("title", 160);

/** What whoever goes on a visit has to know, each in three languages. */
export const visitTexts = {
  host: localised("host", 160),
  meetingPoint: localised("meetingPoint", 300),
  forbidden: localised("forbidden", 300),
  vehicle: localised("vehicle", 160),
  fallback: localised("fallback", 300),
};

const fields = {
  ...sessionTitle.fields,
  kind: choice(sessionKinds),
  date,
  startsTime: time,
  endsTime: end,
  endsNextDay: flag,
  /** Which of two hours is meant on a night on which clocks go back. */
  startsHour: optionalChoice(repeatedHours),
  endsHour: optionalChoice(repeatedHours),
  /** A venue or a room, by its id; the workshop's venue where it is empty. */
  place: optionalText(64),
  /** Of a session elsewhere, whose venue is not on the list. */
  zone: optionalChoice(zones),
  room: optionalText(120),
  joinUrl: webAddress(500, "desk:form.session.joinUrl"),
  moduleId: optionalId<"module">(),
  language: optionalChoice(locales),
  /** The workshop's where it is empty. */
  mode: optionalChoice(modes),
  interpretation: optionalChoice(interpretations),
  ...visitTexts.host.fields,
  ...visitTexts.meetingPoint.fields,
  ...visitTexts.forbidden.fields,
  ...visitTexts.vehicle.fields,
  ...visitTexts.fallback.fields,
  isCounted: flag,
};

export const sessionForm = z.object(fields);

/** Why what stands in the way of a session may do so: it is kept apart from the session. */
export const clashReason = optionalText(300);

/** A new one; `next` where another is to follow. */
export const newSessionForm = z
  .object({ ...fields, ...untoldFields, clashReason, next: flag })
  .refine(hasUntoldReason, untoldReasonNeeded);
/** A session of a plan that people may know already. */
export const sessionChangeForm = z
  .object({ ...fields, ...untoldFields, clashReason })
  .refine(hasUntoldReason, untoldReasonNeeded);
export type SessionInput = z.output<typeof sessionForm>;
