import fc from "fast-check";
import { expect, test } from "vitest";
import { answerValues, questionField, readAnswers, unplacedAnswers } from "#app/nominations/application/form.ts";
import {
  type FormSection,
  isEditable,
  mayBring,
  type Question,
  sectionStanding,
  undeclared,
} from "#app/nominations/application/rules.ts";
import { standardForm } from "../../../db/migrations/applications/standard-form.ts";

const label = { es: "Uno", ja: "一", en: "One" };
const ask = (key: string, kind: Question["kind"], more: Partial<Question> = {}): Question => ({
  ...{ key, kind, label, isRequired: true },
  ...more,
});
const choices = [
  { key: "a", label },
  { key: "b", label },
];
const questions = [
  ask("text", "shortText"),
  ask("long", "longText", { isRequired: false }),
  ask("day", "date"),
  ask("count", "number", { least: 0, most: 60 }),
  ask("one", "oneOf", { choices }),
  ask("several", "severalOf", { choices }),
  ask("yes", "yesNo"),
];
const section: FormSection = { key: "s", title: label, questions };
const whole = { text: "x", day: "2020-02-29", count: "9", one: "a", several: "a\nb", yes: "no" };

test("a section is empty, begun or complete; what was offered once and is no more is missing", () => {
  expect(sectionStanding(section, {})).toEqual({ state: "empty", missing: 6 });
  expect(sectionStanding(section, { long: "x" })).toEqual({ state: "begun", missing: 6 });
  expect(sectionStanding(section, whole)).toEqual({ state: "complete", missing: 0 });
  expect(sectionStanding(section, { ...whole, one: "gone" })).toEqual({ state: "begun", missing: 1 });
  expect(sectionStanding(section, { ...whole, several: "gone\nb" })).toEqual({ state: "complete", missing: 0 });
});

test("answers read from their own fields are the same, whatever is left empty", () => {
  const some = fc.record(
    {
      text: fc.constantFrom("", "Jefa de área"),
      day: fc.constantFrom("", "2024-02-29"),
      count: fc.nat(60).map(String),
      one: fc.constantFrom("", "a", "b"),
      several: fc.constantFrom("", "a", "a\nb"),
      yes: fc.constantFrom("", "yes", "no"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(some, (answers) => {
      const read = readAnswers(questions, answerValues(questions, answers));
      expect(read.errors).toEqual({});
      for (const { key } of questions)
        expect(read.answers[key]).toBe(Object.entries(answers).find(([k]) => k === key)?.[1] ?? "");
    }),
  );
});

test("whatever is sent, an answer fits its question or says what is wrong", () => {
  const value = fc.oneof(
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constantFrom("a", "2020-02-30", "61", "９"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...questions), value, (question, sent) => {
      const { answers, errors } = readAnswers([question], { [questionField(question.key)]: sent });
      expect(Object.keys(answers).length + Object.keys(errors).length).toBe(1);
      const answer = answers[question.key];
      if (!answer) return;
      if (question.kind === "number") expect(Number(answer)).toBeLessThanOrEqual(60);
      if (question.kind === "oneOf") expect(["a", "b"]).toContain(answer);
      if (question.kind === "date") expect(answer).toMatch(/^\d{4}-\d\d-\d\d$/);
    }),
  );
});

test("texts whose question is elsewhere now are told", () => {
  const sent = { "answer.text": "x", "answer.gone": "y", "answer.blank": " ", version: "1" };
  expect(unplacedAnswers(questions, sent)).toEqual(["answer.gone"]);
});

test("what was sent changes only once it was called back or returned, and only in time", () => {
  const open = { isOpen: true };
  expect(mayBring("sent", { from: "draft", by: "nominee", ...open })).toBe(true);
  expect(mayBring("draft", { from: "sent", by: "nominee", ...open })).toBe(true);
  expect(mayBring("returned", { from: "sent", by: "sender", ...open })).toBe(true);
  expect(mayBring("returned", { from: "draft", by: "sender", ...open })).toBe(false);
  expect(mayBring("draft", { from: "sent", by: "sender", ...open })).toBe(false);
  for (const from of ["draft", "returned", "sent"] as const)
    for (const to of ["draft", "returned", "sent"] as const)
      for (const by of ["nominee", "sender"] as const) expect(mayBring(to, { from, by, isOpen: false })).toBe(false);
  expect([isEditable(null, true), isEditable("sent", true), isEditable("draft", false)]).toEqual([true, false, false]);
});

test("the standard form has each text in three languages, each key once, and nothing of health or passport", () => {
  const { sections, declarations, title } = standardForm;
  const asked = sections.flatMap((one) => one.questions);
  const keys = asked.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const texts = [
    ...[title, ...sections.map((one) => one.title), ...declarations.map(({ text }) => text)],
    ...asked.flatMap(({ label: words, hint, choices: offered = [] }) => [
      words,
      hint ?? words,
      ...offered.map((o) => o.label),
    ]),
  ];
  for (const text of texts) expect(Object.values(text).every((words) => words.length > 0)).toBe(true);
  const words = asked.map(({ label: { es } }) => es).join(" ");
  expect(words).not.toMatch(/salud|pasaporte|enfermedad|embaraz|religi/i);
  const optional = declarations.filter(({ isRequired }) => !isRequired);
  expect([undeclared(standardForm, []).length, optional.map(({ key }) => key)]).toEqual([6, ["photo"]]);
});
