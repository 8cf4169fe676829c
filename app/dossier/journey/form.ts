import { z } from "zod";
import { clockTime, isTimeOfDay } from "#app/time/clock-time.ts";
import { optionalText } from "#app/web/fields.ts";
import { dayOrNone } from "../form.ts";
import type { Direction } from "../rules.ts";

/** Characters of a carrier, of a place. */
const short = 80;

const time = optionalText(5, "desk:form.time")
  .transform((text) => clockTime(text) ?? text)
  .refine((text) => text === "" || isTimeOfDay(text), "desk:form.time");

const journeyFields = {
  arrivalCarrier: optionalText(short),
  arrivalPlace: optionalText(short),
  arrivalOn: dayOrNone,
  arrivalTime: time,
  departureCarrier: optionalText(short),
  departurePlace: optionalText(short),
  departureOn: dayOrNone,
  departureTime: time,
};

type Typed = { [Name in keyof typeof journeyFields]: z.output<(typeof journeyFields)[Name]> };

/** One of the two journeys as it was typed. */
export const journeyIn = (input: Typed, direction: Direction) => ({
  carrier: input[`${direction}Carrier`],
  place: input[`${direction}Place`],
  on: input[`${direction}On`],
  time: input[`${direction}Time`],
});

/** Whoever is met has to be met at some hour. */
function askForMoment(input: Typed, context: z.RefinementCtx): void {
  for (const direction of ["arrival", "departure"] as const) {
    const { carrier, place, on, time: at } = journeyIn(input, direction);
    if (!carrier && !place && !on && !at) continue;
    const refuse = (part: "On" | "Time", message: string) =>
      context.addIssue({ code: "custom", path: [`${direction}${part}`], message });
    if (!on) refuse("On", "desk:form.date");
    if (!at) refuse("Time", "desk:form.time");
  }
}

/** How somebody arrives and leaves, as they enter it themselves. */
export const journeyForm = z.object(journeyFields).superRefine(askForMoment);
export type JourneyInput = z.output<typeof journeyForm>;

/** The same, and where they stay: as the coordinators enter it. */
export const stayForm = z
  .object({
    ...journeyFields,
    lodgingName: optionalText(120),
    lodgingAddress: optionalText(300),
    lodgingTelephone: optionalText(40),
    lodgingFrom: dayOrNone,
    lodgingTo: dayOrNone,
  })
  .superRefine((input, context) => {
    askForMoment(input, context);
    const { lodgingName, lodgingAddress, lodgingTelephone, lodgingFrom, lodgingTo } = input;
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!lodgingName && (lodgingAddress || lodgingTelephone || lodgingFrom || lodgingTo))
      refuse("lodgingName", "common:form.missing");
    if (lodgingFrom && lodgingTo && lodgingTo < lodgingFrom) refuse("lodgingTo", "desk:form.endsBefore");
  });
export type StayInput = z.output<typeof stayForm>;
