import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";
import { recordCode } from "#app/institutions/form.ts";
import { countries } from "#app/institutions/rules.ts";
import { isLocalDate } from "#app/time/wall-time.ts";
import { zones } from "#app/time/zones.ts";
import { localised } from "#app/web/field-groups.ts";
import {
  choice,
  choices,
  ids,
  mostSeats,
  optionalText,
  requiredId,
  requiredText,
  wholeNumber,
} from "#app/web/fields.ts";
import { modes } from "./kinds.ts";
import { states } from "./rules.ts";

export const date = optionalText(10, "desk:form.date").refine(isLocalDate, "desk:form.date");

/** What is written about a workshop, each in three languages. */
export const workshopTexts = {
  title: localised("title", 160),
  summary: localised("summary", 2000),
  venue: localised("venue", 200),
  requirements: localised("requirements", 2000),
};

export const workshopForm = z
  .object({
    ...workshopTexts.title.fields,
    ...workshopTexts.summary.fields,
    ...workshopTexts.venue.fields,
    ...workshopTexts.requirements.fields,
    code: recordCode("desk:form.code", 3),
    programmeId: requiredId<"programme">("common:form.choose"),
    hostInstitutionId: requiredId<"institution">("common:form.choose"),
    mode: choice(modes),
    country: choice(countries),
    zone: choice(zones),
    startsOn: date,
    endsOn: date,
    capacity: wholeNumber(1, mostSeats, "desk:form.capacity"),
    minimumAttendance: wholeNumber(0, 100, "desk:form.minimumAttendance"),
    workingLanguages: choices(locales).refine((list) => list.length > 0, "desk:form.workingLanguages"),
    themeIds: ids<"theme">(),
  })
  .refine(({ startsOn, endsOn }) => !isLocalDate(startsOn) || !isLocalDate(endsOn) || endsOn >= startsOn, {
    path: ["endsOn"],
    message: "desk:form.endsBefore",
  })
  .refine((form) => !workshopTexts.title.isMissing(form), {
    path: ["title.es"],
    message: "desk:form.title",
  });
export type WorkshopInput = z.output<typeof workshopForm>;

/** What was written about a workshop, by language. */
export const textsOf = (input: WorkshopInput) => ({
  title: workshopTexts.title.read(input),
  summary: workshopTexts.summary.read(input),
  venue: workshopTexts.venue.read(input),
  requirements: workshopTexts.requirements.read(input),
});

export const stateForm = z.object({ to: choice(states) });

/** Where it leads is sent along: pressed twice, it goes back once. */
export const stepBackForm = z.object({ to: choice(["closed", "running"]), reason: requiredText(300) });
