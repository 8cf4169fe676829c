import { z } from "zod";
import { optionalCode } from "#app/institutions/form.ts";
import { choice, choices, optionalText } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";
import { type EditionAnswer, editionAnswers, editionParts } from "./edition.rules.ts";

/** The field that says what becomes of a session, by its number. */
export const answerField = (number: number) => `session.${number}`;

/** Years away is a slip of the pen. */
const firstDay = date.refine((text) => text > "1990" && text < "2100", "desk:form.date");

/**
 * A new edition, to look at or to be made. `lookedAt` and `version` say what the page has shown: its first day, and
 * when the former edition was changed last.
 */
export const editionForm = z
  .object({
    deed: choice(["look", "copy"]),
    code: optionalCode("desk:form.code", 3),
    startsOn: firstDay,
    parts: choices(editionParts),
    lookedAt: optionalText(10),
    version: optionalText(40),
  })
  .catchall(z.unknown())
  .transform(({ deed, code, startsOn, parts, lookedAt, version, ...rest }) => ({
    ...{ deed, code, startsOn, parts, lookedAt, version },
    answers: answersIn(rest),
  }));

function answersIn(fields: Record<string, unknown>): ReadonlyMap<number, EditionAnswer> {
  const answers = new Map<number, EditionAnswer>();
  for (const [name, value] of Object.entries(fields)) {
    const [, number] = /^session\.([1-9]\d{0,3})$/.exec(name) ?? [];
    const answer = editionAnswers.find((known) => known === value);
    if (number && answer) answers.set(Number(number), answer);
  }
  return answers;
}
