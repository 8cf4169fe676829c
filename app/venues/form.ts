import { z } from "zod";
import { countries } from "#app/institutions/rules.ts";
import { clockTime, endTime } from "#app/time/clock-time.ts";
import { zones } from "#app/time/zones.ts";
import { localised, numbered } from "#app/web/field-groups.ts";
import { choice, optionalId, optionalText, webAddress } from "#app/web/fields.ts";
import { type OpeningHours, type Weekday, weekdays } from "./rules.ts";

export const venueTexts = { name: localised("name", 160), address: localised("address", 300) };
export const roomTexts = { name: localised("name", 120), equipment: localised("equipment", 300) };

const time = optionalText(20, "venues:form.time");

/** A row for each day of the week, as its number: `day.1.opens` is Monday's. */
export const venueDays = numbered("day", weekdays, { opens: time, closes: time });

const hasName = (form: Parameters<typeof venueTexts.name.isMissing>[0]) => !venueTexts.name.isMissing(form);
const nameNeeded = { path: ["name.es"], message: "venues:form.name", when: () => true };

export const venueForm = z
  .object({
    ...venueTexts.name.fields,
    ...venueTexts.address.fields,
    country: choice(countries),
    zone: choice(zones),
    institutionId: optionalId<"institution">(),
    mapUrl: webAddress(500, "venues:form.mapUrl"),
    ...venueDays.fields,
  })
  .refine(hasName, nameNeeded)
  .superRefine((form, context) => {
    for (const { row, part } of openingHoursOf(form).wrong)
      context.addIssue({ code: "custom", path: [venueDays.nameOf(row, part)], message: `venues:form.${part}` });
  });
export type VenueInput = z.output<typeof venueForm>;

/** The hours of the days on which a venue is open, as a form names them, and where they make no sense. */
export function openingHoursOf(input: Readonly<Record<string, unknown>>): {
  hours: OpeningHours[];
  wrong: WrongHours[];
} {
  const hours: OpeningHours[] = [];
  const wrong: WrongHours[] = [];
  for (const { row, opens, closes } of venueDays.read(input as Record<string, string>)) {
    const [opensTime, closesTime] = [clockTime(opens), endTime(closes)];
    if (!opensTime) wrong.push({ row, part: "opens" });
    else if (!closesTime || closesTime <= opensTime) wrong.push({ row, part: "closes" });
    else hours.push({ weekday: row as Weekday, opensTime, closesTime });
  }
  return { hours, wrong };
}

type WrongHours = { row: number; part: "opens" | "closes" };

export const roomForm = z
  .object({
    ...roomTexts.name.fields,
    ...roomTexts.equipment.fields,
    capacity: optionalText(12, "venues:form.capacity")
      .transform((text) => text.normalize("NFKC"))
      .refine((text) => text === "" || /^[1-9]\d{0,4}$/.test(text), "venues:form.capacity"),
  })
  .refine(hasName, nameNeeded);
export type RoomInput = z.output<typeof roomForm>;

/** Takes a venue, or one of its rooms, off the lists of what can be booked, or puts it back. */
export const archiveForm = z.object({ part: choice(["archiving", "restoring"]), roomId: optionalId<"room">() });
