import { expect, test } from "vitest";
import { checklistOf, checks } from "#app/desk/workshop/life/checklist.rules.ts";
import { states } from "#app/workshops/rules.ts";

const both = { es: "Valor", ja: "価格" };
const whole = {
  state: "draft" as const,
  texts: { title: both, summary: both, venue: both },
  titles: [both, both],
  languages: ["es", "ja"] as const,
  isPlanned: true,
  hasFaculty: true,
};
const left = (standing: Parameters<typeof checklistOf>[0]) =>
  checklistOf(standing)
    .filter(({ isDone }) => !isDone)
    .map(({ check }) => check);

test("a workshop that has everything lacks nothing", () => {
  expect(checklistOf(whole).map(({ check }) => check)).toEqual([...checks]);
  expect(left(whole)).toEqual([]);
});

test("texts and titles are asked for in the languages in which it is held, and in no other", () => {
  const spanish = { es: "Valor", ja: "" };
  expect(left({ ...whole, texts: { ...whole.texts, summary: spanish } })).toEqual(["texts"]);
  expect(left({ ...whole, titles: [both, spanish] })).toEqual(["titles"]);
  expect(left({ ...whole, languages: ["es"], titles: [spanish], texts: { ...whole.texts, venue: spanish } })).toEqual(
    [],
  );
  expect(
    left({ ...whole, texts: { title: {}, summary: {}, venue: {} }, titles: [], isPlanned: false, hasFaculty: false }),
  ).toEqual([...checks]);
});

test("nothing is asked for of a workshop that has begun, or does not take place", () => {
  expect(states.filter((state) => checklistOf({ ...whole, state }).length > 0)).toEqual([
    ...["draft", "published", "open", "closed"],
  ]);
});
