import { describe, expect, test } from "vitest";
import { compilePdf } from "#app/documents/pdf.ts";
import { findTool } from "#test/support/tools.ts";
import { overlap, wordsOf } from "#test/unit/documents/words-on-paper.ts";
import { examples, render, run, squeeze, textOf } from "./examples.ts";

describe.skipIf(!findTool("pdftotext"))("the page", () => {
  test.each(examples)("of the %s certificate is one, A4 and tagged", (_, data) => {
    const info = run("pdfinfo", ["-"], render(data));
    expect(info).toMatch(/Pages: +1\n/);
    expect(info).toMatch(/Page size: +841.\d+ x 595.\d+ pts \(A4\)/);
    expect(info).toMatch(/Tagged: +yes/);
  });

  test("embeds a subset of each font and no other font", () => {
    const fonts = run("pdffonts", ["-"], render()).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Noto(Serif|Sans)JP-\w+ .* yes yes yes /);
  });

  test.each(examples)("of the %s certificate keeps every text inside the frame and off the others", (_, data) => {
    const pdf = render(data);
    expect(misplaced(pdf)).toEqual([]);
    for (const text of [data.holder.name, ...Object.values(data.workshop.title)])
      expect(textOf(pdf)).toContain(squeeze(text));
  });
});

test.skipIf(!findTool("pdftotext"))("a text over another, and one outside the frame, are seen", () => {
  const main = `
    #set document(title: "x")
    #set page(width: 297mm, height: 210mm, margin: 0mm)
    #place(dx: 50mm, dy: 50mm)[uno] #place(dx: 52mm, dy: 51mm)[dos]
    #place(dx: 50mm, dy: 60mm)[tres] #place(dx: 5mm, dy: 90mm)[cuatro]`;
  expect(misplaced(compilePdf({ main, files: {}, createdAt: new Date(0) }))).toEqual(["cuatro outside", "uno × dos"]);
});

/** Words out of the frame, and pairs whose letters touch; in pt. */
function misplaced(pdf: Uint8Array): string[] {
  const words = wordsOf(pdf);
  const frame = { left: 36, right: 841 - 36, top: 36, bottom: 595 - 36 };
  const outside = words.filter(
    ({ left, right, top, bottom }) =>
      left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom,
  );
  const touching = words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.word} × ${b.word}`),
  );
  return [...outside.map(({ word }) => `${word} outside`), ...touching];
}
