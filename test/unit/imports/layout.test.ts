import { describe, expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { findLayout, importColumns, layoutOf } from "#app/imports/layout.ts";

describe("the headings of a list", () => {
  test.each(locales)("are understood as the layout in %s has them, in any order", (locale) => {
    const t = translator(locale);
    const cells = importColumns.map((column) => t(`import:column.${column}`));
    const found = layoutOf(cells.toReversed());
    const expected = importColumns.toReversed().map((column, index) => [column, index]);
    expect(found?.columns).toEqual(Object.fromEntries(expected));
    expect(found?.ignored).toEqual([]);
  });

  test.each([
    [
      ["APELLIDO PATERNO*", "Apellido materno", "NOMBRE (S)", "E-mail:"],
      ["familyName", "secondSurname", "givenName", "email"],
    ],
    [
      ["氏名", "ﾌﾘｶﾞﾅ", "ﾒｰﾙｱﾄﾞﾚｽ", "所属先"],
      ["nativeName", "kana", "email", "institution"],
    ],
    [
      ["Last name", "First_name", "Organisation", "Job title"],
      ["familyName", undefined, "institution", "post"],
    ],
    [
      ["ＮＡＭＥ", "ｅ－ｍａｉｌ"],
      ["nativeName", "email"],
    ],
  ])("%j are understood", (cells, columns) => {
    const found = layoutOf(cells)?.columns ?? {};
    for (const [index, column] of columns.entries()) if (column) expect(found[column as "email"]).toBe(index);
  });

  test("stand below a title, and a row of values is none of them", () => {
    const rows = [["Lista de participantes"], [], ["Nombre(s)", "Primer apellido", "Notas"], ["Ana", "Ruiz", ""]];
    expect(findLayout(rows.map((cells) => ({ cells })))).toMatchObject({ index: 2, layout: { ignored: ["Notas"] } });
    expect(layoutOf(["Ana", "Ruiz", "ana@example.org"])).toBeNull();
    expect(layoutOf(["Correo electrónico", "País"])).toBeNull();
  });
});
