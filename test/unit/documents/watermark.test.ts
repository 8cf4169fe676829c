import { execFileSync } from "node:child_process";
import { PDF } from "@libpdf/core";
import { describe, expect, test } from "vitest";
import { compilePdf } from "#app/documents/pdf.ts";
import { acrossOf, cornersOf, footOf, seenOf } from "#app/documents/watermark/place.rules.ts";
import { stampPdf, Unstampable } from "#app/documents/watermark/stamp.ts";
import { stampApart } from "#app/documents/watermark/stamp-apart.ts";
import { plainPdf } from "#test/support/plain-pdf.ts";
import { findTool } from "#test/support/tools.ts";

const line = "Confidencial · José Núñez / 髙橋 花子 · 2026-11-26 12:58 UTC · 7f3a9c2k";
const marked = /7f3a9c2k/;
const letter = "0 0 612 792";

const pdftotext = findTool("pdftotext");
/** What is seen of each page, as Poppler reads it: what lies outside its crop is not. */
const seenPages = (pdf: Uint8Array) =>
  execFileSync(pdftotext ?? "", ["-cropbox", "-", "-"], { input: pdf, encoding: "utf8" })
    .split("\f")
    .slice(0, -1)
    .map((text) => text.replace(/\s/g, ""));

describe("a reader's name on each page", () => {
  test.skipIf(!pdftotext).each([
    ["as they are", [{ media: letter }, { media: letter }, { media: letter }], ""],
    ["turned", [90, 180, 270, 450].map((rotate) => ({ media: letter, rotate })), ""],
    ["cropped", [{ media: "-100 -50 595 842", crop: "100 100 400 500" }], ""],
    ["turned and cropped", [{ media: letter, crop: "100 100 400 500", rotate: 90 }], ""],
    ["with corners the other way round", [{ media: "612 792 0 0" }], ""],
    ["with a crop beside the page", [{ media: letter, crop: "5000 5000 6000 6000" }], ""],
    ["with all of it from the tree above", [{}, {}], "/MediaBox [0 0 300 400] /CropBox [50 50 250 350] /Rotate 270"],
    ["with a small page", [{ media: "0 0 120 90" }], ""],
  ])("is seen on pages %s", async (_, pages, inherited) => {
    const stamped = seenPages(await stampPdf(plainPdf(pages, inherited), line));
    expect(stamped).toHaveLength(pages.length);
    // at the foot, and across the middle
    for (const page of stamped) expect(page.match(/7f3a9c2k/g)?.length ?? 0, page).toBeGreaterThan(0);
  });

  test.skipIf(!pdftotext)("stands on a document of our own engine, in three scripts", async () => {
    const main = '#set document(title: "Guía")\n#for i in range(3) { [= Página #i 手引き]; pagebreak(weak: true) }';
    const stamped = await stampApart(compilePdf({ main, files: {}, createdAt: new Date(0) }), line);
    if (stamped.status === "refused") throw new Error(stamped.because);
    for (const page of seenPages(stamped.pdf)) {
      expect(page).toMatch(marked);
      expect(page).toContain("JoséNúñez/髙橋花子");
    }
  });

  test("a sign that the fonts lack stands as a question mark, and the code stays", async () => {
    const stamped = await stampPdf(plainPdf([{ media: letter }]), "Ω 🦄 · 7f3a9c2k");
    expect((await PDF.load(stamped)).getPages()).toHaveLength(1);
  });

  test("an encrypted document is refused, and what is none", async () => {
    const pdf = await PDF.load(plainPdf([{ media: letter }]));
    pdf.setProtection({ ownerPassword: "owner", userPassword: "" } as never);
    const encrypted = await pdf.save();
    await expect(stampPdf(encrypted, line)).rejects.toThrow(new Unstampable("encrypted"));
    await expect(stampPdf(Buffer.from("%PDF-1.7\nrubbish"), line)).rejects.toThrow(new Unstampable("unreadable"));
    expect(await stampApart(encrypted, line)).toEqual({ status: "refused", because: "encrypted" });
    expect(await stampApart(Buffer.from("rubbish"), line)).toEqual({ status: "refused", because: "unreadable" });
  });

  test("no more than two are made at once, and not more than twenty wait", async () => {
    const rubbish = Buffer.from("rubbish");
    const many = await Promise.allSettled(Array.from({ length: 24 }, () => stampApart(rubbish, line)));
    expect(many.filter(({ status }) => status === "fulfilled")).toHaveLength(22);
  }, 60_000);
});

describe("where it goes", () => {
  const page = cornersOf([0, 0, 600, 800]);
  const mark = { width: 300, height: 10 };

  test.each([
    [0, { x: 150, y: 8 }],
    [90, { x: 592, y: 250 }],
    [180, { x: 450, y: 792 }],
    [270, { x: 8, y: 550 }],
  ])("turned by %i, upright at the foot as it is read", (turn, place) => {
    expect(footOf(page, turn, mark)).toMatchObject({ ...place, rotate: turn, scale: 1 });
  });

  test("as wide as a narrow page allows, and with its middle in the page's", () => {
    expect(footOf(cornersOf([0, 0, 100, 800]), 0, mark).scale).toBeCloseTo(0.313, 2);
    const { x, y, rotate, scale } = acrossOf(page, 0, mark);
    const radians = (rotate * Math.PI) / 180;
    expect(x + (Math.cos(radians) * mark.width * scale) / 2).toBeCloseTo(300);
    expect(y + (Math.sin(radians) * mark.width * scale) / 2).toBeCloseTo(400);
  });

  test("what is seen is the crop inside the medium", () => {
    const crop = cornersOf([-50, 100, 300, 900]);
    expect(seenOf(page, crop)).toEqual({ left: 0, right: 300, bottom: 100, top: 800 });
    expect(seenOf(page, cornersOf([900, 0, 950, 10]))).toEqual(page);
  });
});
