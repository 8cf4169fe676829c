import { describe, expect, test } from "vitest";
import { reachedPeople } from "#app/desk/people/people-list.tsx";
import { locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { findLayout, importColumns, layoutColumns, layoutOf } from "#app/imports/layout/layout.ts";
import { chosenColumns, readChoice } from "#app/tables/list.ts";

describe("the headings of a list", () => {
  test.each(locales)("are understood as the layout in %s has them, in any order", (locale) => {
    const t = translator(locale);
    const cells = layoutColumns.map((column) => t(`import:column.${column}`));
    const found = layoutOf(cells.toReversed());
    const expected = layoutColumns.toReversed().map((column, index) => [column, index]);
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
      ["fullName", "kana", "email", "institution"],
    ],
    [
      ["Last name", "First_name", "Organisation", "Job title"],
      ["familyName", undefined, "institution", "post"],
    ],
    [
      ["ＮＡＭＥ", "ｅ－ｍａｉｌ"],
      ["fullName", "email"],
    ],
    [
      ["氏名", "氏名（漢字など）", "姓（ローマ字）", "パスポート記載の氏名"],
      ["fullName", "nativeName", "familyName", "latinName"],
    ],
    [
      ["Nombre completo", "Clave de la institución", "Nivel del puesto", "Clave de registro"],
      ["fullName", "institutionCode", "postLevel", "record"],
    ],
  ])("%j are understood", (cells, columns) => {
    const found = layoutOf(cells)?.columns ?? {};
    for (const [index, column] of columns.entries()) if (column) expect(found[column as "email"]).toBe(index);
  });

  test.each(locales)(
    "are understood as the list of people has them in %s, with all its columns or without",
    (locale) => {
      const t = translator(locale);
      const headings = (query: string) =>
        chosenColumns(reachedPeople, readChoice(new URL(`http://x/?${query}`), reachedPeople)).map(({ label }) =>
          label(t),
        );
      const all = layoutOf(headings("columns=all"));
      const known = importColumns.filter((column) => column !== "fullName");
      expect(Object.keys(all?.columns ?? {}).sort()).toEqual(known.toSorted());
      expect(all?.ignored).toHaveLength(3);
      const some = ["country", "email", "fullName", "institution", "post", "postLevel"];
      expect(Object.keys(layoutOf(headings(""))?.columns ?? {}).sort()).toEqual(some);
    },
  );

  test("stand below a title, and a row of values is none of them", () => {
    const rows = [["Lista de participantes"], [], ["Nombre(s)", "Primer apellido", "Notas"], ["Ana", "Ruiz", ""]];
    expect(findLayout(rows.map((cells) => ({ cells })))).toMatchObject({ index: 2, layout: { ignored: ["Notas"] } });
    expect(layoutOf(["Ana", "Ruiz", "ana@example.org"])).toBeNull();
    expect(layoutOf(["Correo electrónico", "País"])).toBeNull();
  });
});
