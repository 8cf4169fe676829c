import { describe, expect, test } from "vitest";
import { layoutOf } from "#app/imports/layout/layout.ts";
import { wordsOfList } from "#app/imports/layout/sex-words.ts";
import { wordsMeant } from "#app/imports/layout/words.ts";

const words = wordsMeant([], []);

/** What an "M" is in a list with these cells. */
function meaningOfM(heading: string, ...cells: string[]) {
  const headings = ["Apellido", "Nombre", heading];
  const layout = layoutOf(headings);
  if (!layout) throw new Error(`not understood: ${heading}`);
  const rows = cells.map((cell) => ({ cells: ["Ruiz", "Ana", cell] }));
  return wordsOfList(words, layout, { cells: headings }, rows).sex.get("m");
}

describe("an M in the column of the sex", () => {
  test.each([
    ["Sexo", "H"],
    ["Sexo (H/M)", "M"],
    ["Género", "Ｈ"],
    ["Sexo", "h"],
  ])("is a mujer beside an H, as in the CURP: %s, %s", (heading, beside) => {
    expect(meaningOfM(heading, beside, "M")).toBe("female");
  });

  test.each([
    ["Sexo", "F"],
    ["Sex (F/M)", "M"],
    ["性別", "M"],
    ["Gender", ""],
  ])("is male beside an F, and where no Spanish heads it: %s, %s", (heading, beside) => {
    expect(meaningOfM(heading, beside, "M")).toBe("male");
  });

  test("is asked for where nobody can tell", () => {
    expect(meaningOfM("Sexo", "M", "M")).toBeUndefined();
    expect(meaningOfM("Sexo", "H", "F", "M")).toBeUndefined();
    expect(meaningOfM("Sex", "H", "F")).toBeUndefined();
  });

  test("changes no other word, and no list without the column", () => {
    expect(words.sex.get("h")).toBe("male");
    const layout = layoutOf(["Apellido", "Nombre"]);
    expect(layout && wordsOfList(words, layout, { cells: ["Apellido", "Nombre"] }, [])).toBe(words);
  });
});
