import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { CertificateData } from "#app/certificates/certificate-data.ts";
import { renderCertificate } from "#app/certificates/certificate-pdf.ts";
import { compilePdf } from "#app/documents/pdf.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { findTool } from "#test/support/tools.ts";

const folder = scratchFolder("certificate");
afterAll(() => rmSync(folder, { recursive: true }));

const number = "MJ-2026-03-0007-7K2M9QXW4T8RD3VHJ6NPB5YCZF";
const certificate: CertificateData = {
  version: 1,
  number,
  verifyUrl: `https://puente.example/v/${number}`,
  holder: { name: "髙橋 遼", secondName: "TAKAHASHI Ryō" },
  institution: { es: "Aduanas de Japón", ja: "税関", en: "Japan Customs" },
  programme: {
    es: "Programa Conjunto México-Japón",
    ja: "日本メキシコ・パートナーシップ・プログラム",
    en: "Japan–Mexico Partnership Programme",
  },
  workshop: {
    code: "MJ-2026-03",
    title: { es: "Autenticidad documental", ja: "書類の真正性", en: "Document Authenticity" },
    venue: { es: "Ciudad de México", ja: "メキシコシティ", en: "Mexico City" },
    startsOn: "2026-11-09",
    endsOn: "2026-11-20",
    hours: 40,
  },
  parties: [
    {
      acronym: "JICA",
      name: { es: "Agencia de Cooperación Internacional del Japón", ja: "国際協力機構", en: "Japan International Cooperation Agency" },
    },
    {
      acronym: "AMEXCID",
      name: {
        es: "Agencia Mexicana de Cooperación Internacional para el Desarrollo",
        ja: "メキシコ国際開発協力庁",
        en: "Mexican Agency for International Development Cooperation",
      },
    },
  ],
  signatories: [
    { name: "Ximena Ordóñez Peña", post: { es: "Directora General", ja: "局長", en: "Director General" } },
    { name: "𠮷川 﨑男", post: { es: "Director de la oficina", ja: "事務所長", en: "Director of the Office" } },
  ],
  issuedOn: "2026-11-23",
  issuedAt: "2026-11-23T15:00:00.000Z",
  zone: "America/Mexico_City",
};

const repeated = (words: string, length: number, space = " ") =>
  Array.from({ length: Math.ceil(length / words.length) }, () => words).join(space);
const longEs = repeated("Verificación de la Autenticidad Documental y Cooperación", 110);
const longEn = repeated("Verification of Document Authenticity and Cooperation", 110);
const longJa = repeated("書類の真正性の確認及び国際協力の推進に関する研修", 70, "並びに");
const long3 = { es: longEs, ja: longJa, en: longEn };
const crowded: CertificateData = {
  ...certificate,
  holder: {
    name: "María Guadalupe de la Concepción Fernández-Villaseñor y Montemayor de la Garza",
    secondName: repeated("マリア・グアダルーペ", 60, "・"),
  },
  institution: long3,
  programme: long3,
  workshop: { ...certificate.workshop, title: long3, venue: long3, startsOn: "2026-09-28", endsOn: "2026-10-09", hours: 1200 },
  parties: Array.from({ length: 4 }, () => ({
    acronym: "AMEXCID",
    name: { es: longEs.slice(0, 80), ja: longJa.slice(0, 40), en: longEn.slice(0, 80) },
  })),
  signatories: [
    {
      name: "Dra. María de la Concepción Guadalupe Ordóñez-Villaseñor y Montemayor",
      post: { es: longEs.slice(0, 80), ja: longJa.slice(0, 40), en: longEn.slice(0, 80) },
    },
    { name: repeated("髙橋左衛門尉", 60, ""), post: { es: longEs.slice(0, 80), ja: longJa.slice(0, 40), en: longEn.slice(0, 80) } },
  ],
};
const crowdedInJapanese = {
  ...crowded,
  holder: { name: repeated("寿限無五劫の擦り切れ", 60, ""), secondName: repeated("Jugemu Gokō", 60) },
};
const bare: CertificateData = { ...certificate, holder: { name: "Ana", secondName: null }, signatories: [] };
const examples = Object.entries({ ordinary: certificate, crowded, "crowded Japanese": crowdedInJapanese, bare });

let files = 0;
function save(pdf: Uint8Array): string {
  const path = join(folder, `${files++}.pdf`);
  writeFileSync(path, pdf);
  return path;
}

const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const render = (changes: Partial<CertificateData> = {}) => save(renderCertificate({ ...certificate, ...changes }));
/** Without spaces, which line breaks and the tracking of names may add. */
const squeeze = (text: string) => text.replace(/\s+/g, "");
const textOf = (path: string) => squeeze(run("pdftotext", path, "-"));
const inWorkshop = (changes: Partial<CertificateData["workshop"]>) => ({ workshop: { ...certificate.workshop, ...changes } });

describe("the bytes", () => {
  test("are the same for the same data, also after another certificate", () => {
    const first = renderCertificate(certificate);
    renderCertificate(crowded);
    expect(renderCertificate(certificate)).toEqual(first);
  });

  test("are the same in another process", () => {
    const script = `
      import { renderCertificate } from "#app/certificates/certificate-pdf.ts";
      process.stdout.write(renderCertificate(${JSON.stringify(certificate)}));`;
    const other = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      maxBuffer: 2 ** 24,
      env: { ...process.env, TZ: "Asia/Tokyo" },
    });
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(hash(other)).toBe(hash(renderCertificate(certificate)));
  });

  test("differ where a name differs", () => {
    expect(renderCertificate({ ...certificate, holder: { name: "高橋 遼", secondName: null } })).not.toEqual(
      renderCertificate(certificate),
    );
  });

  test.each(examples)("of the %s certificate meet PDF/UA-1 and PDF/A-3a", (_, data) => {
    expect(() => renderCertificate(data, "ua-1")).not.toThrow();
    expect(Buffer.from(renderCertificate(data)).toString("latin1")).toContain("<pdfaid:part>3<");
  });
});

describe.skipIf(!findTool("pdftotext"))("the text", () => {
  test("comes out as it went in, rare characters too", () => {
    const text = textOf(render());
    for (const word of [
      "髙橋遼",
      "TAKAHASHIRyō",
      "XimenaOrdóñezPeña",
      "𠮷川﨑男",
      "修了証書",
      "CONSTANCIADECONCLUSIÓN",
      "CERTIFICATEOFCOMPLETION",
    ]) {
      expect(text).toContain(word);
    }
    expect(text).toContain(number);
  });

  test("gives the day of issue in three languages", () => {
    const text = textOf(render());
    expect(text).toContain(squeeze("Expedida el 23 de noviembre de 2026"));
    expect(text).toContain("2026年11月23日発行");
    expect(text).toContain("09:00(CiudaddeMéxico,UTC−6),00:00deldíasiguiente(Tokio,UTC+9)");
    expect(text).toContain("東京翌日00:00（UTC+9）");
    expect(text).toContain("09:00inMexicoCity(UTC−6),00:00thenextdayinTokyo(UTC+9)");
    expect(text).toContain(squeeze("Issued on 23 November 2026"));
  });

  test.each([
    ["2026-11-09", "2026-11-09", ["el 9 de noviembre de 2026,", "2026年11月9日に実施", "on 9 November 2026,"]],
    ["2026-11-09", "2026-11-20", ["del 9 al 20 de noviembre de 2026,", "2026年11月9日から20日まで実施", "from 9 to 20 November 2026,"]],
    [
      "2026-12-28",
      "2027-01-08",
      [
        "del 28 de diciembre de 2026 al 8 de enero de 2027,",
        "2026年12月28日から2027年1月8日まで実施",
        "from 28 December 2026 to 8 January 2027,",
      ],
    ],
  ])("says when the workshop was: %s to %s", (startsOn, endsOn, periods) => {
    const text = textOf(render(inWorkshop({ startsOn, endsOn })));
    for (const period of periods) expect(text).toContain(squeeze(period));
  });

  test.each([
    [1, ["de 1 hora.", "計1時間", "of 1 hour."]],
    [40, ["de 40 horas.", "計40時間", "of 40 hours."]],
  ])("says how long it was: %i hours", (hours, durations) => {
    const text = textOf(render(inWorkshop({ hours })));
    for (const duration of durations) expect(text).toContain(squeeze(duration));
  });

  test("prints a name that stands in for missing translations once", () => {
    const text = textOf(render({ institution: { es: "Aduana Única", ja: "Aduana Única", en: "Aduana Única" } }));
    expect(text.split(squeeze("Aduana Única"))).toHaveLength(2);
  });
});

describe.skipIf(!findTool("pdftotext"))("the page", () => {
  test.each(examples)("of the %s certificate is one, A4 and tagged", (_, data) => {
    const info = run("pdfinfo", save(renderCertificate(data)));
    expect(info).toMatch(/Pages: +1\n/);
    expect(info).toMatch(/Page size: +841.\d+ x 595.\d+ pts \(A4\)/);
    expect(info).toMatch(/Tagged: +yes/);
  });

  test("embeds a subset of each font and no other font", () => {
    const fonts = run("pdffonts", render()).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Noto(Serif|Sans)JP-\w+ .* yes yes yes /);
  });

  test.each(examples)("of the %s certificate keeps every text inside the frame and off the others", (_, data) => {
    const path = save(renderCertificate(data));
    expect(misplaced(path)).toEqual([]);
    for (const text of [data.holder.name, ...Object.values(data.workshop.title)]) expect(textOf(path)).toContain(squeeze(text));
  });
});

test.skipIf(!findTool("pdftotext"))("a text over another, and one outside the frame, are seen", () => {
  const main = `
    #set document(title: "x")
    #set page(width: 297mm, height: 210mm, margin: 0mm)
    #place(dx: 50mm, dy: 50mm)[uno] #place(dx: 52mm, dy: 51mm)[dos] #place(dx: 50mm, dy: 60mm)[tres] #place(dx: 5mm, dy: 90mm)[cuatro]`;
  expect(misplaced(save(compilePdf({ main, files: {}, createdAt: new Date(0) })))).toEqual(["cuatro outside", "uno × dos"]);
});

type Box = { word: string; left: number; right: number; top: number; bottom: number };

/** Words out of the frame, and pairs whose letters touch; in pt. */
function misplaced(path: string): string[] {
  const words = wordsOf(path);
  const frame = { left: 36, right: 841 - 36, top: 36, bottom: 595 - 36 };
  const outside = words.filter(
    ({ left, right, top, bottom }) => left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom,
  );
  const touching = words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.word} × ${b.word}`),
  );
  return [...outside.map(({ word }) => `${word} outside`), ...touching];
}

/** The boxes hold the fonts' full ascent and descent, far more than any letter: their middle part stands for the letters. */
function wordsOf(path: string): Box[] {
  const html = run("pdftotext", "-bbox", path, "-");
  return [...html.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(
    ([, left, top, right, bottom, word = ""]) => {
      const height = Number(bottom) - Number(top);
      return { word, left: Number(left), right: Number(right), top: Number(top) + 0.3 * height, bottom: Number(bottom) - 0.25 * height };
    },
  );
}

const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.2;

test.skipIf(!findTool("qpdf"))("the file has no fault that qpdf finds", () => {
  for (const [, data] of examples) {
    expect(run("qpdf", "--check", save(renderCertificate(data)))).toContain("No syntax or stream encoding errors");
  }
});

test.skipIf(!findTool("zbarimg") || !findTool("pdftotext"))("the QR code, printed at 150 dpi, holds the address", () => {
  const picture = join(folder, "page");
  run("pdftoppm", "-r", "150", "-png", "-singlefile", render(), picture);
  expect(run("zbarimg", "--quiet", "--raw", `${picture}.png`).trim()).toBe(certificate.verifyUrl.toUpperCase());
});
