import { z } from "zod";
import type { Instant } from "#app/time/instant.ts";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { clashReason } from "#app/timetable/form.ts";
import { mostRepeats } from "#app/timetable/plan/shift.rules.ts";
import { optionalText } from "#app/web/fields.ts";
import { date, hasUntoldReason, untoldFields, untoldReasonNeeded } from "#app/workshops/form.ts";
import { hoursIn } from "./hour-answers.ts";

/** What the page has shown, so that nothing is done that nobody has looked at. */
const version = optionalText(40);

/** Whether the workshop has changed since its page was shown. Who says nothing of a page has shown none. */
export const isOutdated = (input: { version: string }, { changedAt }: { changedAt: Instant }) =>
  input.version !== "" && input.version !== changedAt;

/** `from`: the number of the first session that moves; empty where the whole workshop does. */
export const shiftForm = z
  .object({ from: optionalText(4), to: date, version, clashReason, ...untoldFields })
  .catchall(z.unknown())
  .refine(hasUntoldReason, untoldReasonNeeded)
  .transform(({ from, to, version, clashReason, isUntold, untoldReason, ...rest }) => ({
    ...{ from, to, version, clashReason, isUntold, untoldReason },
    hours: hoursIn(rest),
  }));

const days = z.preprocess(
  (value) => (value === undefined ? [] : [...new Set([value].flat())]),
  z.array(z.string().refine(isLocalDate, "desk:form.date")).min(1, "timetable:repeat.noDay").max(mostRepeats),
);

/** Each day on which the session is held again. */
export const repeatForm = z
  .object({ on: days.transform((list) => list as LocalDate[]), version, clashReason, ...untoldFields })
  .catchall(z.unknown())
  .refine(hasUntoldReason, untoldReasonNeeded)
  .transform(({ on, version, clashReason, isUntold, untoldReason, ...rest }) => ({
    ...{ on, version, clashReason, isUntold, untoldReason },
    hours: hoursIn(rest),
  }));
