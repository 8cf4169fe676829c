import { describe, expect, test } from "vitest";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import { compilePdf, type PdfSource } from "#app/documents/pdf.ts";

const fonts = readFontCoverage();

const source = (main: string, more: Partial<PdfSource> = {}): PdfSource => ({
  main: `#set document(title: "Prueba")\n${main}`,
  files: {},
  createdAt: new Date("2026-11-23T00:00:00Z"),
  ...more,
});
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1");

describe("a document", () => {
  test("claims PDF/A-3a, or PDF/UA-1 where that is asked for", () => {
    expect(latin1(compilePdf(source("Hola")))).toMatch(/<pdfaid:part>3<.*<pdfaid:conformance>A</s);
    expect(latin1(compilePdf(source("Hola", { standard: "ua-1" })))).toContain("<pdfuaid:part>1<");
  });

  test("has the same bytes for the same source, whatever was made in between", () => {
    const first = compilePdf(source("Hola 髙橋"));
    compilePdf(source("Adiós"));
    expect(compilePdf(source("Hola 髙橋"))).toEqual(first);
  });

  test("bears the date that it is given", () => {
    const pdf = compilePdf(source("Hola", { createdAt: new Date("2017-09-15T18:30:05Z") }));
    expect(latin1(pdf)).toContain("D:20170915183005Z");
  });

  test("reads the files and inputs handed over, each time anew", () => {
    const make = (text: string) =>
      compilePdf(
        source('#read("/note.txt") #sys.inputs.word', { files: { "/note.txt": text }, inputs: { word: "x" } }),
      );
    expect(make("uno")).not.toEqual(make("dos"));
    expect(make("uno")).toEqual(make("uno"));
  });

  test("reads no file of another document and none of the machine", () => {
    compilePdf(source("Hola", { files: { "/note.txt": "uno" } }));
    expect(() => compilePdf(source('#read("/note.txt")'))).toThrow(/file not found/);
    expect(() => compilePdf(source('#read("/etc/hostname")'))).toThrow(/file not found/);
  });
});

describe("refused with the reason", () => {
  test.each([
    ["faulty markup", "#nothing", /unknown variable: nothing/],
    ["a character that the fonts lack", "Hola 😀", /😀.* could not be displayed/],
  ])("%s", (_, main, message) => {
    expect(() => compilePdf(source(main))).toThrow(message);
  });

  test("an image without a description under PDF/UA-1", () => {
    const files = {
      "/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
    };
    expect(() => compilePdf(source('#image("/dot.svg")', { files, standard: "ua-1" }))).toThrow(/alt/i);
  });
});

describe("missing glyphs", () => {
  test.each([
    "髙橋 遼 﨑 𠮷 々 ①",
    "María Fernanda Núñez Güemes ¿¡",
    "TAKAHASHI Ryō Ū ’ – —",
    "マリア＝フェルナンダ・ヌニェス",
    "tab\tline\n",
  ])("none in %j", (text) => {
    expect(missingGlyphs(fonts, text)).toEqual([]);
  });

  test("are listed once each, in the order of the text", () => {
    expect(missingGlyphs(fonts, "김 Núñez 😀 김 髙")).toEqual(["김", "😀"]);
  });

  test("a letter with a combining mark is one character", () => {
    expect(missingGlyphs(fonts, "Nu\u0301n\u0303ez Ryo\u0304")).toEqual([]);
  });

  test("a variant of a kanji counts only where the fonts have that form", () => {
    expect(missingGlyphs(fonts, "葛\u{e0100}")).toEqual([]);
    expect(missingGlyphs(fonts, "辻\u{e0101}")).toEqual(["辻\u{e0101}"]);
    expect(missingGlyphs(fonts, "辻")).toEqual([]);
  });

  test("a space that is drawn and a mark that archives forbid are missing, other spaces are not", () => {
    expect(missingGlyphs(fonts, "a\u1680b\ufeffc")).toEqual(["\u1680", "\ufeff"]);
    expect(missingGlyphs(fonts, "a\u2002b\u3000c\u00ad")).toEqual([]);
  });

  test("a selector without its kanji is missing", () => {
    expect(missingGlyphs(fonts, "\u{e0101}")).toEqual(["\u{e0101}"]);
  });
});
