import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";
import { recordCode } from "#app/institutions/form.ts";
import { countries } from "#app/institutions/rules.ts";
import { isLocalDate } from "#app/time/wall-time.ts";
import { zones } from "#app/time/zones.ts";
import { choice, choices, ids, optionalText, requiredText, wholeNumber } from "#app/web/fields.ts";
import { modes } from "./kinds.ts";
import { states } from "./rules.ts";

export const date = optionalText(10).refine(isLocalDate, "desk:form.date");

const texts = {
  "title.es": optionalText(160),
  "title.ja": optionalText(160),
  "title.en": optionalText(160),
  "summary.es": optionalText(2000),
  "summary.ja": optionalText(2000),
  "summary.en": optionalText(2000),
  "venue.es": optionalText(200),
  "venue.ja": optionalText(200),
  "venue.en": optionalText(200),
  "requirements.es": optionalText(2000),
  "requirements.ja": optionalText(2000),
  "requirements.en": optionalText(2000),
};

export const workshopForm = z
  .object({
    ...texts,
    code: recordCode("desk:form.code", 3),
    programmeId: requiredText(64, "common:form.choose"),
    hostInstitutionId: requiredText(64, "common:form.choose"),
    mode: choice(modes),
    country: choice(countries),
    zone: choice(zones),
    startsOn: date,
    endsOn: date,
    capacity: wholeNumber(1, 10000, "desk:form.capacity"),
    minimumAttendance: wholeNumber(0, 100, "desk:form.minimumAttendance"),
    workingLanguages: choices(locales).refine((list) => list.length > 0, "desk:form.workingLanguages"),
    themeIds: ids,
  })
  .refine(({ startsOn, endsOn }) => !isLocalDate(startsOn) || !isLocalDate(endsOn) || endsOn >= startsOn, {
    path: ["endsOn"],
    message: "desk:form.endsBefore",
  })
  .refine((form) => locales.some((locale) => form[`title.${locale}`] !== ""), {
    path: ["title.es"],
    message: "desk:form.title",
  });
export type WorkshopInput = z.output<typeof workshopForm>;

export const stateForm = z.object({ to: choice(states) });
