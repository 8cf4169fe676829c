import { expect, test } from "vitest";
import { mostOffered, readerChoice } from "#app/messages/delivery/reader-choice.ts";
import type { Reader } from "#app/messages/readers.queries.ts";
import { id } from "#test/support/ids.ts";

const reader = (name: string, more: Partial<Reader> = {}): Reader => ({
  ...{ enrolmentId: id("enrolment", name), personId: id("person", name), state: "confirmed" },
  ...{ familyName: name, givenName: "Ana", secondSurname: null, nativeName: null, kana: null, latinName: null },
  ...{ country: "MX", locale: "es", zone: "America/Mexico_City", email: null },
  ...more,
});
const crowd = Array.from({ length: 400 }, (_, place) => reader(`Pérez${place}`));
const saito = reader("Saitō", { nativeName: "齋藤 花子", kana: "サイトウ ハナコ", locale: "ja" });
const all = [...crowd, saito];
const choose = (words: string, chosen: string | null = null) =>
  readerChoice(all, ["es"], { words, chosen: chosen === null ? null : id("enrolment", chosen) });

test("first is shown whoever does not get their own language, and always offered", () => {
  const { shown, offered } = choose("");
  expect(shown).toBe(saito);
  expect([offered.length, offered.includes(saito)]).toEqual([mostOffered, true]);
});

test.each(["saito", "saitou", "さいとう", "齋藤", "斉藤花子", "ANA saitō"])("%s finds one in a crowd", (words) => {
  expect(choose(words, "Pérez3")).toEqual({ shown: saito, offered: [saito], isFound: true });
});

test("whoever was chosen stays where the words find them too", () => {
  expect(choose("perez", "Pérez399").shown?.familyName).toBe("Pérez399");
});

test("words that find nobody say so, and leave all to choose from", () => {
  expect(choose("nadie", "Pérez7")).toMatchObject({ isFound: false, shown: { familyName: "Pérez7" } });
});

test("nobody is shown where nobody is there", () => {
  expect(readerChoice([], ["es"], { words: "x", chosen: null })).toMatchObject({ offered: [], isFound: false });
});
