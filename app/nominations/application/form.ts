import { z } from "zod";
import { isLocalDate } from "#app/time/wall-time.ts";
import { choices, type Fields, optionalChoice, optionalText, requiredText, wholeNumber } from "#app/web/fields.ts";
import { type Answers, choiceKeys, type Question, severalIn, textLengths } from "./rules.ts";

const prefix = "answer.";

/** The field of a question. */
export const questionField = (key: string) => `${prefix}${key}`;

const version = wholeNumber(1, 9_999, "common:form.invalid");

/** `answer.{question}` for each question of a section; which questions these are, the version says. */
export const sectionForm = z.object({ version, onwards: optionalChoice(["overview"]) }).catchall(z.unknown());

/** An application as it stands is sent: `answersAt` says what its sender has read. */
export const sendingForm = z.object({
  version,
  answersAt: optionalText(64),
  declarations: z.preprocess(
    (value) => (value === undefined ? [] : [...new Set([value].flat())]),
    z.array(z.string().max(64)).max(40),
  ),
});

export const callBackForm = z.object({ part: z.literal("callBack") });

export const returningForm = z.object({ reason: requiredText(500, "nominations:form.reason") });

/** A day that somebody may have meant, or none. */
const day = optionalText(10, "desk:form.date").refine(
  (text) => text === "" || (isLocalDate(text) && text > "1900" && text < "2200"),
  "desk:form.date",
);

/** Whole, in any script's digits, or nothing. */
const number = (least: number, most: number) =>
  z.union([
    optionalText(12, "applications:form.number").refine((text) => text === "", "applications:form.number"),
    wholeNumber(least, most, "applications:form.number").transform(String),
  ]);

const mostNumber = 999_999;

/** What one question takes. Nothing is required: that is asked when all of it is sent. */
function answerOf(question: Question): z.ZodType<string> {
  const { kind, least = 0, most } = question;
  if (kind === "date") return day;
  if (kind === "number") return number(least, most ?? mostNumber) as z.ZodType<string>;
  if (kind === "shortText" || kind === "longText") return optionalText(most ?? textLengths[kind]);
  const offered = choiceKeys(question) as [string, ...string[]];
  if (kind === "severalOf") return choices(offered).transform((chosen) => chosen.join("\n")) as z.ZodType<string>;
  return optionalChoice(offered) as z.ZodType<string>;
}

type Read = { answers: Record<string, string>; errors: Record<string, string> };

/** The answers to some questions as they were sent, and what is wrong with them. */
export function readAnswers(questions: readonly Question[], sent: Readonly<Fields>): Read {
  const read: Read = { answers: {}, errors: {} };
  for (const question of questions) {
    const field = questionField(question.key);
    const value = Object.hasOwn(sent, field) ? sent[field] : undefined;
    const parsed = answerOf(question).safeParse(value);
    if (parsed.success) read.answers[question.key] = parsed.data;
    else read.errors[field] = parsed.error.issues[0]?.message ?? "common:form.invalid";
  }
  return read;
}

/** The same the other way: as the fields of the form of a section. */
export const answerValues = (questions: readonly Question[], answers: Answers): Record<string, string | string[]> =>
  Object.fromEntries(
    questions.map((question) => {
      const answer = answers[question.key] ?? "";
      return [questionField(question.key), question.kind === "severalOf" ? severalIn(answer) : answer];
    }),
  );

/** Texts that were sent for questions that a version does not ask in this section: they can be copied. */
export const unplacedAnswers = (questions: readonly Question[], sent: Readonly<Fields>): string[] => {
  const known = new Set(questions.map(({ key }) => questionField(key)));
  return Object.keys(sent).filter(
    (name) => name.startsWith(prefix) && !known.has(name) && [sent[name] ?? ""].flat().some((text) => text.trim()),
  );
};
