import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOfHtml, cellsOfText, hasMergedCells } from "#app/timetable/paste/cells.rules.ts";
import { pasteWords } from "#app/timetable/paste/paste-words.ts";
import { cellsInOrder, type PastedCells, readRow } from "#app/timetable/paste/rows.rules.ts";
import { typedDay } from "#app/timetable/paste/typed-day.rules.ts";
import { typedMinutes } from "#app/timetable/paste/typed-time.rules.ts";

const days = ["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30"] as const;
const context = { days, zone: "America/Mexico_City", locale: "es", words: pasteWords() } as const;

describe("a day as people write it", () => {
  test.each([
    ["2026-10-28", "2026-10-28"],
    ["28/10/2026", "2026-10-28"],
    ["28/10", "2026-10-28"],
    ["28-10-26", "2026-10-28"],
    ["10/28", "2026-10-28"],
    ["10月28日（水）", "2026-10-28"],
    ["２０２６年１０月２８日", "2026-10-28"],
    ["mié 28 oct", "2026-10-28"],
    ["mar 27 oct", "2026-10-27"],
    ["miércoles 28 de octubre de 2026", "2026-10-28"],
    ["Wednesday, October 28", "2026-10-28"],
    ["28-oct-2026", "2026-10-28"],
    ["día 3", "2026-10-28"],
    ["3日目", "2026-10-28"],
    ["46323", "2026-10-28"],
  ])("%s", (typed, day) => {
    expect(typedDay(typed, { days, isDayFirst: true })).toBe(day);
  });

  test.each(["", "mañana", "31/02/2026", "día 9", "99/99"])("%j is none", (typed) => {
    expect(typedDay(typed, { days, isDayFirst: true })).toBeNull();
  });

  test("has the year in which it lies within a workshop around New Year", () => {
    const around = ["2026-12-30", "2026-12-31", "2027-01-01"] as const;
    expect(typedDay("1 ene", { days: around, isDayFirst: true })).toBe("2027-01-01");
  });
});

describe("a time as people write it", () => {
  test.each([
    ["9:00", 540],
    ["900", 540],
    ["９：００", 540],
    ["9.30", 570],
    ["9 h", 540],
    ["9:00 hrs.", 540],
    ["1:30 p.m.", 810],
    ["12:00 a.m.", 0],
    ["午後1時30分", 810],
    ["午前9時", 540],
    ["翌0:30", 1470],
    ["24:00", 1440],
    ["9:00:00", 540],
  ])("%s", (typed, minutes) => {
    expect(typedMinutes(typed)).toBe(minutes);
  });

  test.each(["", "9:75", "31:00", "nueve", "9-10", "１e9"])("%j is none", (typed) => {
    expect(typedMinutes(typed)).toBeNull();
  });
});

describe("a table that was copied", () => {
  test("keeps line ends, tabs and quotes within a cell", () => {
    expect(cellsOfText('a\t"b\n""c"""\td\r\n\r\n1\t2\t3')).toEqual([
      ["a", 'b\n"c"', "d"],
      ["1", "2", "3"],
    ]);
  });

  test("as HTML has a merged cell in each row that it covers", () => {
    const [first, second] = [
      `<td rowspan="2">26 oct</td><td>9:00</td>`,
      "<td>10:00 &amp; m&aacute;s &constructor;</td>",
    ];
    const html = `<table><tr>${first}</tr><tr>${second}</tr></table>`;
    expect(hasMergedCells(html)).toBe(true);
    expect(cellsOfHtml(html)).toEqual([
      ["26 oct", "9:00"],
      ["26 oct", "10:00 & m&aacute;s &constructor;"],
    ]);
    expect(cellsOfHtml("<p>nada</p>")).toBeNull();
  });

  test("is read whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const cells of cellsInOrder(cellsOfText(text), context.words)) readRow(cells, context);
        cellsOfHtml(`<table>${text}`);
      }),
    );
  });

  test("says by its headings which column is which, in any language", () => {
    const table = [
      ["Título", "Fecha", "Inicio", "Término", "研修内容"],
      ["Apertura", "26/10", "9:00", "9:45", "開講式"],
      ["Visita", "", "10:00", "13:00", ""],
    ];
    expect(cellsInOrder(table, pasteWords())).toMatchObject([
      { day: "26/10", from: "9:00", to: "9:45", es: "Apertura", ja: "開講式", room: "" },
      { day: "26/10", from: "10:00", es: "Visita" },
    ]);
  });

  test("without headings has our own order", () => {
    const [row] = cellsInOrder([["26/10", "9", "10", "講義", "A", "B", "C", "Sala 2"]], pasteWords());
    expect(row).toMatchObject({ kind: "講義", en: "C", room: "Sala 2" });
  });
});

describe("a row", () => {
  const right: PastedCells = {
    ...{ day: "28/10", from: "9:00", to: "10:30", kind: "Exposición", es: "Apertura", ja: "", en: "", room: "" },
  };
  const problems = (change: Partial<PastedCells>) => readRow({ ...right, ...change }, context).problems;

  test("tells of a session", () => {
    expect(readRow(right, context).facts).toEqual({
      ...{ kind: "lecture", room: "", zone: "America/Mexico_City", isCounted: true },
      title: { es: "Apertura", ja: "", en: "" },
      ...{ startsLocal: "2026-10-28T09:00", endsLocal: "2026-10-28T10:30", startsHour: null, endsHour: null },
    });
    expect(readRow({ ...right, kind: "視察", from: "22:00", to: "翌1:00" }, context).facts).toMatchObject({
      ...{ kind: "siteVisit", endsLocal: "2026-10-29T01:00" },
    });
  });

  test("that ends before it begins is asked whether it goes past midnight, unless that cannot be meant", () => {
    for (const from of ["10:00", "22:00"]) {
      expect(problems({ from, to: "1:00" })).toEqual({ to: "night" });
      expect(readRow({ ...right, from, to: "1:00" }, context, { night: true }).facts).toMatchObject({
        endsLocal: "2026-10-29T01:00",
      });
    }
    expect(problems({ from: "11:00", to: "9:00" })).toEqual({ to: "reversed" });
    expect(problems({ from: "22:00", to: "25:00" })).toEqual({});
    expect(problems({ from: "22:00", to: "24:00" })).toEqual({});
  });

  test("has each problem beside its cell", () => {
    expect(problems({ day: "12/10" })).toEqual({ day: "outside" });
    expect(problems({ day: "", from: "", to: "x" })).toEqual({ day: "missing", from: "missing", to: "unreadable" });
    expect(problems({ from: "11:00" })).toEqual({ to: "reversed" });
    expect(problems({ kind: "fiesta" })).toEqual({ kind: "unknown" });
    expect(problems({ es: "" })).toEqual({ es: "missing" });
    expect(problems({ es: "x".repeat(10_000) })).toEqual({ es: "tooLong" });
    expect(problems({ room: "a\u0000" })).toEqual({ room: "characters" });
  });
});
