import { z } from "zod";
import { clockTime, isTimeOfDay } from "#app/time/clock-time.ts";
import { isLocalDate } from "#app/time/wall-time.ts";
import { localised } from "#app/web/field-groups.ts";
import { choice, ids, optionalId, optionalText } from "#app/web/fields.ts";
import { audiences } from "./rules.ts";

export const subjectField = localised("subject", 150);
export const bodyField = localised("body", 6000);

/** A message: whom it is for, and its text in up to three languages. A draft may lack any of them. */
export const messageForm = z
  .object({
    audience: choice(audiences),
    sessionId: optionalId<"session">(),
    chosen: ids<"enrolment">(),
    ...subjectField.fields,
    ...bodyField.fields,
  })
  .refine(({ audience, sessionId }) => audience !== "absent" || sessionId !== "", {
    path: ["sessionId"],
    message: "messages:form.session",
  })
  .refine(({ audience, chosen }) => audience !== "chosen" || chosen.length > 0, {
    path: ["chosen"],
    message: "messages:form.chosen",
  });
export type MessageInput = z.output<typeof messageForm>;

export const messageTexts = (input: MessageInput) => ({
  subject: subjectField.read(input),
  body: bodyField.read(input),
});

/** What is done with a message that is written. */
export const deeds = ["send", "schedule", "stop", "discard", "restore", "try", "resend"] as const;

const time = optionalText(5, "desk:form.time").transform((text) => clockTime(text) ?? text);

export const deedForm = z
  .object({
    deed: choice(deeds),
    /** The form of its page that sends it, where that has fields. */
    part: optionalText(8),
    /** When it goes, on the clocks of the venue. */
    date: optionalText(10, "desk:form.date"),
    time,
    /** One copy to send again; all that have failed where none is named. */
    copy: optionalId<"messageRecipient">(),
  })
  .refine(({ deed, date }) => deed !== "schedule" || isLocalDate(date), { path: ["date"], message: "desk:form.date" })
  .refine((form) => form.deed !== "schedule" || isTimeOfDay(form.time), { path: ["time"], message: "desk:form.time" });
export type DeedInput = z.output<typeof deedForm>;
