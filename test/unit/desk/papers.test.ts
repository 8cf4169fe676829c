import { describe, expect, test } from "vitest";
import { paperKinds, paperSizes } from "#app/desk/papers/options.ts";
import { paperSource } from "#app/desk/papers/paper-source.ts";
import { printedNames } from "#app/desk/papers/people/printed-names.ts";
import { rowCode } from "#app/desk/papers/people/row-code.rules.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { settable } from "#app/documents/glyphs.ts";
import { compilePdf } from "#app/documents/pdf.ts";
import { findTool } from "#test/support/tools.ts";
import { run, squeeze } from "#test/unit/certificates/examples.ts";
import { type Box, overlap, wordsOf } from "#test/unit/documents/words-on-paper.ts";
import { names, paperExamples } from "./paper-examples.ts";

const cases = paperKinds.flatMap((kind) =>
  paperSizes.flatMap((size) =>
    [false, true].map((isLong) => ({ kind, size, isLong, words: isLong ? "long" : "usual" })),
  ),
);
const fonts = readFontCoverage();
const sheets = { a4: [595, 842], letter: [612, 792] };
/** Printers leave some five millimetres white. */
const marginPt = 14;

describe.skipIf(!findTool("pdftotext"))("a paper with everything that forms take", () => {
  test.each(cases)(
    "$kind on $size with $words words: nothing is cut, nothing lies on another, nobody is missing",
    ({ kind, ...rest }) => {
      const source = paperSource(kind, paperExamples[kind](rest), "2026-11-23T12:00:00.000Z");
      const pdf = compilePdf(source);
      expect(() => compilePdf({ ...source, standard: "ua-1" })).not.toThrow();
      const info = run("pdfinfo", ["-"], pdf);
      const [, width = 0, height = 0] = (/Page size: +([\d.]+) x ([\d.]+)/.exec(info) ?? []).map(Number);
      expect([width, height].map(Math.round).toSorted((a, b) => a - b)).toEqual(sheets[rest.size]);
      expect(info).toMatch(/Tagged: +yes/);
      expect(misplacedOn(wordsOf(pdf), kind === "sign-in" ? null : [width, height])).toEqual([]);
      if (kind === "timetable") return;
      // in the order in which it was set: names that take two lines stay together
      const text = squeeze(run("pdftotext", ["-raw", "-", "-"], pdf)).replaceAll("\u200b", "");
      for (const own of names) for (const name of own) expect(text).toContain(squeeze(settable(fonts, name.text)));
    },
  );

  test("four hundred people have forty sheets of badges, and each has one", { timeout: 120_000 }, () => {
    const example = paperExamples.badges({ size: "a4", isLong: false });
    const [card] = example.cards as { names: { text: string; lang: string }[] }[];
    const nameOf = (i: number) => `Ana Núñez n.º ${i + 1}`;
    const cards = Array.from({ length: 400 }, (_, i) => ({ ...card, names: [{ text: nameOf(i), lang: "es" }] }));
    const pdf = compilePdf(paperSource("badges", { ...example, cards }, "2026-11-23T12:00:00.000Z"));
    expect(run("pdfinfo", ["-"], pdf)).toMatch(/Pages: +40\n/);
    const text = squeeze(run("pdftotext", ["-raw", "-", "-"], pdf));
    expect(cards.filter((_, i) => !text.includes(squeeze(nameOf(i))))).toEqual([]);
  });

  test("has the same bytes each time", () => {
    const make = () =>
      compilePdf(
        paperSource("badges", paperExamples.badges({ size: "a4", isLong: false }), "2026-11-23T12:00:00.000Z"),
      );
    expect(Buffer.from(make()).equals(Buffer.from(make()))).toBe(true);
  });
});

function misplacedOn(words: Box[], sheet: number[] | null): string[] {
  const [width = 842, height = 842] = sheet ?? [];
  const outside = words.filter(
    ({ left, right, top, bottom }) =>
      left < marginPt || top < marginPt || right > width - marginPt || bottom > height - marginPt,
  );
  const touching = words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.word} × ${b.word} on ${a.page}`),
  );
  return [...outside.map(({ word, page }) => `${word} outside ${page}`), ...touching];
}

describe("the code of a row", () => {
  const codes = Array.from({ length: 2000 }, (_, i) => rowCode(i + 1));
  test("is each one's own", () => expect(new Set(codes).size).toBe(codes.length));
  test("shows a misread digit, and two that were swapped", () => {
    const letterOf = (digits: string) => rowCode(Number(digits)).at(-1);
    for (const code of codes.slice(0, 999)) {
      const digits = code.slice(0, -1);
      for (let i = 0; i < digits.length; i++) {
        for (const other of "0123456789".replace(digits[i] as string, ""))
          expect(letterOf(digits.slice(0, i) + other + digits.slice(i + 1))).not.toBe(code.at(-1));
        const [a, b] = [digits[i], digits[i + 1]];
        if (b !== undefined && a !== b)
          expect(letterOf(digits.slice(0, i) + b + a + digits.slice(i + 2))).not.toBe(code.at(-1));
      }
    }
  });
});

describe("the names on paper", () => {
  const haruka = {
    ...{ familyName: "Nakamori", givenName: "Haruka", secondSurname: null, nativeName: "中森 遥" },
    ...{ kana: "ナカモリ ハルカ", latinName: "NAKAMORI Haruka" },
    ...{ nameConfirmedAt: null, certificateName: null, certificateSecondName: null },
  };
  const confirmed = { nameConfirmedAt: "2026-11-01T12:00:00.000Z" };
  test("are one for each script, as lists show them until they are confirmed", () => {
    expect(printedNames(haruka)).toEqual(["中森 遥", "NAKAMORI Haruka", "ナカモリ ハルカ"]);
    expect(printedNames({ ...haruka, nativeName: null, kana: null, latinName: null })).toEqual(["Haruka Nakamori"]);
  });
  test("are those that were confirmed, and no second one in the same script", () => {
    expect(printedNames({ ...haruka, ...confirmed, certificateName: "Haruka NAKAMORI" })).toEqual([
      ...["Haruka NAKAMORI", "中森 遥", "ナカモリ ハルカ"],
    ]);
    expect(
      printedNames({ ...haruka, ...confirmed, certificateName: "中森 遙", certificateSecondName: "Haruka N." }),
    ).toEqual(["中森 遙", "Haruka N.", "ナカモリ ハルカ"]);
  });
});

test("what the fonts lack becomes its usual form, or a sign that it is missing", () => {
  expect(settable(fonts, "髙﨑𠮷 Ryō Ñandú")).toBe("髙﨑𠮷 Ryō Ñandú");
  expect(settable(fonts, "辻\u{e01ef}")).toBe("辻");
  expect(settable(fonts, "Ana 🦊👨‍👩‍👧 𓀀")).toBe("Ana 〓〓 〓");
  expect(settable(fonts, "Čapek")).toBe("Capek");
  expect(settable(fonts, "una\nlínea")).toBe("una línea");
});
