import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { placeholderIn, placeholderWords } from "#app/messages/letter/placeholder-words.ts";
import { filledIn, placeholders, unknownPlaceholders } from "#app/messages/letter/placeholders.rules.ts";

const words = placeholderWords();
const values = {
  name: "Ana López",
  workshop: "Valoración",
  dates: "23–27 nov",
  venue: "Escuela {nombre}",
  nextSession: "Sesión 1",
  link: "https://puente.example/es/workshops/MJ-1",
  coordinator: "Mariana Núñez",
};

describe("placeholders", () => {
  test.each(locales)("all of %s are known, and none is taken for another", (locale) => {
    const typed = placeholders.map((placeholder) => placeholderIn(locale, placeholder));
    expect(unknownPlaceholders(typed.join(" "), words)).toEqual([]);
    expect(typed.map((word) => filledIn(word, words, values))).toEqual(placeholders.map((name) => values[name]));
  });

  test.each([
    ["{Nombre}", "Ana López"],
    ["{ NOMBRE }", "Ana López"],
    ["｛氏名｝様", "Ana López様"],
    ["{proxima sesion}", "Sesión 1"],
    ["{próxima  sesión}", "Sesión 1"],
    ["{venue}", "Escuela {nombre}"],
  ])("%s is read as people type it", (typed, filled) => {
    expect(filledIn(typed, words, values)).toBe(filled);
  });

  test("unknown ones are named as they were typed, each once; brackets without an end are text", () => {
    expect(unknownPlaceholders("{nonbre} {nonbre} {nombre} {cargo}", words)).toEqual(["{nonbre}", "{cargo}"]);
    expect(unknownPlaceholders("Trae { y }", words)).toEqual(["{ y }"]);
    expect(unknownPlaceholders("Abre { y nada más\n}", words)).toEqual([]);
  });

  test("what is filled in is not looked through again", () => {
    expect(filledIn("{sede}", words, values)).toBe("Escuela {nombre}");
  });

  test("text without brackets stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/[{}｛｝]/.test(text));
        return filledIn(text, words, values) === text;
      }),
    );
  });
});
