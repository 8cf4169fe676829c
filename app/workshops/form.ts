import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";
import { optionalCode, recordCode } from "#app/institutions/form.ts";
import { countries } from "#app/institutions/rules.ts";
import { isLocalDate } from "#app/time/wall-time.ts";
import { zones } from "#app/time/zones.ts";
import { localised } from "#app/web/field-groups.ts";
import {
  choice,
  choices,
  flag,
  ids,
  mostSeats,
  optionalEmail,
  optionalId,
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

const fields = {
  ...workshopTexts.title.fields,
  ...workshopTexts.summary.fields,
  ...workshopTexts.venue.fields,
  ...workshopTexts.requirements.fields,
  code: recordCode("desk:form.code", 3),
  programmeId: requiredId<"programme">("common:form.choose"),
  hostInstitutionId: requiredId<"institution">("common:form.choose"),
  venueId: optionalId<"venue">(),
  mode: choice(modes),
  country: choice(countries),
  zone: choice(zones),
  startsOn: date,
  endsOn: date,
  capacity: wholeNumber(1, mostSeats, "desk:form.capacity"),
  minimumAttendance: wholeNumber(0, 100, "desk:form.minimumAttendance"),
  workingLanguages: choices(locales).refine((list) => list.length > 0, "desk:form.workingLanguages"),
  themeIds: ids<"theme">(),
  contactName: optionalText(120),
  contactEmail: optionalEmail,
  contactPhone: optionalText(40),
};

type Days = { startsOn: string; endsOn: string };
const isInOrder = ({ startsOn, endsOn }: Days) => !isLocalDate(startsOn) || !isLocalDate(endsOn) || endsOn >= startsOn;
const inOrder = { path: ["endsOn"], message: "desk:form.endsBefore" };

const hasTitle = (form: Parameters<typeof workshopTexts.title.isMissing>[0]) => !workshopTexts.title.isMissing(form);
const titleNeeded = { path: ["title.es"], message: "desk:form.title" };

export const workshopForm = z.object(fields).refine(isInOrder, inOrder).refine(hasTitle, titleNeeded);
export type WorkshopInput = z.output<typeof workshopForm>;

/** Whether nobody is told of a change by itself, and why not: it goes into the record. */
export const untoldFields = { isUntold: flag, untoldReason: optionalText(300) };
export type Untold = { isUntold: boolean; untoldReason: string };

export const hasUntoldReason = ({ isUntold, untoldReason }: Untold) => !isUntold || untoldReason !== "";
export const untoldReasonNeeded = { path: ["untoldReason"], message: "desk:telling.reasonNeeded" };

/** A workshop that is planned already: people may know it otherwise. */
export const workshopChangeForm = z
  .object({ ...fields, ...untoldFields })
  .refine(isInOrder, inOrder)
  .refine(hasTitle, titleNeeded)
  .refine(hasUntoldReason, untoldReasonNeeded);

/** A draft: what its programme and its host tell may be left out. */
export const draftForm = z
  .object({
    ...fields,
    code: optionalCode("desk:form.code", 3),
    hostInstitutionId: optionalId<"institution">(),
    country: choice(["", ...countries]),
    zone: choice(["", ...zones]),
  })
  .refine(isInOrder, inOrder)
  .refine(hasTitle, titleNeeded);
export type DraftInput = z.output<typeof draftForm>;

/** What was written about a workshop, by language. */
export const textsOf = (input: WorkshopInput) => ({
  title: workshopTexts.title.read(input),
  summary: workshopTexts.summary.read(input),
  venue: workshopTexts.venue.read(input),
  requirements: workshopTexts.requirements.read(input),
});

/** `from`: the state that the page showed. */
export const stateForm = z.object({ to: choice(states), from: choice(states).optional() });

/** Where it leads is sent along: pressed twice, it goes back once. */
export const stepBackForm = z.object({ to: choice(["closed", "running"]), reason: requiredText(300) });
