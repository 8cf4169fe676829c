import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { renderCertificate } from "#app/certificates/document/certificate-pdf.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { findTool } from "#test/support/tools.ts";
import { certificate, crowded, examples, number, render, run, squeeze, textOf } from "./examples.ts";

const folder = scratchFolder("certificate");
afterAll(() => rmSync(folder, { recursive: true }));

function save(pdf: Uint8Array): string {
  const path = join(folder, `${randomUUID()}.pdf`);
  writeFileSync(path, pdf);
  return path;
}

const inWorkshop = (changes: Partial<CertificateData["workshop"]>) => ({
  workshop: { ...certificate.workshop, ...changes },
});

describe("the bytes", () => {
  test("are the same for the same data, also after another certificate", () => {
    const first = render();
    render(crowded);
    expect(renderCertificate(certificate)).toEqual(first);
  });

  test("are the same in another process", () => {
    const script = `
      import { renderCertificate } from "#app/certificates/document/certificate-pdf.ts";
      process.stdout.write(renderCertificate(${JSON.stringify(certificate)}));`;
    const other = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      maxBuffer: 2 ** 24,
      env: { ...process.env, TZ: "Asia/Tokyo" },
    });
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(hash(other)).toBe(hash(render()));
  });

  test("differ where a name differs", () => {
    const { secondName } = certificate.holder;
    expect(render({ holder: { name: "高橋 遼", secondName } })).not.toEqual(render());
  });

  test.each(examples)("of the %s certificate meet PDF/UA-1 and PDF/A-3a", (_, data) => {
    expect(() => renderCertificate(data, "ua-1")).not.toThrow();
    expect(Buffer.from(render(data)).toString("latin1")).toContain("<pdfaid:part>3<");
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
      "CONSTANCIA·",
      "CERTIFICATEOFCOMPLETION",
    ]) {
      expect(text).toContain(word);
    }
    expect(text).toContain(number);
  });

  test("gives the day of issue in three languages", () => {
    const text = textOf(render());
    expect(text).toContain(squeeze("Expedida el 23 de noviembre de 2026"));
    expect(text).toContain("令和8年11月23日発行");
    expect(text).toContain("09:00(CiudaddeMéxico,UTC−6),00:00deldíasiguiente(Tokio,UTC+9)");
    expect(text).toContain("東京翌日00:00（UTC+9）");
    expect(text).toContain("09:00inMexicoCity(UTC−6),00:00thenextdayinTokyo(UTC+9)");
    expect(text).toContain(squeeze("Issued on 23 November 2026"));
  });

  test.each<[LocalDate, LocalDate, string[]]>([
    ["2026-11-09", "2026-11-09", ["el 9 de noviembre de 2026,", "令和8年11月9日に実施", "on 9 November 2026,"]],
    [
      "2026-11-09",
      "2026-11-20",
      ["del 9 al 20 de noviembre de 2026,", "令和8年11月9日から20日まで実施", "from 9 to 20 November 2026,"],
    ],
    [
      "2026-12-28",
      "2027-01-08",
      [
        "del 28 de diciembre de 2026 al 8 de enero de 2027,",
        "令和8年12月28日から令和9年1月8日まで実施",
        "from 28 December 2026 to 8 January 2027,",
      ],
    ],
  ])("says when the workshop was: %s to %s", (startsOn, endsOn, periods) => {
    const text = textOf(render(inWorkshop({ startsOn, endsOn })));
    for (const period of periods) expect(text).toContain(squeeze(period));
  });

  test.each([
    [{ minutes: 25 }, ["de 25 minutos.", "計25分", "of 25 minutes."]],
    [{ minutes: 60 }, ["de 1 hora.", "計1時間", "of 1 hour."]],
    [{ minutes: 90 }, ["de 1 hora y 30 minutos.", "計1時間30分", "of 1 hour, 30 minutes."]],
    [{ minutes: 2400 }, ["de 40 horas.", "計40時間", "of 40 hours."]],
    // as certificates of version 1 have it
    [{ hours: 40 }, ["de 40 horas.", "計40時間", "of 40 hours."]],
  ])("says how long it was: %o", (duration, durations) => {
    const { code, title, venue, startsOn, endsOn } = certificate.workshop;
    const text = textOf(render({ workshop: { code, title, venue, startsOn, endsOn, ...duration } }));
    for (const duration of durations) expect(text).toContain(squeeze(duration));
  });

  test("prints a name that stands in for missing translations once", () => {
    const text = textOf(render({ institution: { es: "Aduana Única", ja: "Aduana Única", en: "Aduana Única" } }));
    expect(text.split(squeeze("Aduana Única"))).toHaveLength(2);
  });
});

test.skipIf(!findTool("qpdf"))("the file has no fault that qpdf finds", () => {
  for (const [, data] of examples) {
    expect(run("qpdf", ["--check", save(render(data))])).toContain("No syntax or stream encoding errors");
  }
});

test.skipIf(!findTool("zbarimg") || !findTool("pdftotext"))(
  "the QR code, printed at 150 dpi, holds the address",
  () => {
    const picture = join(folder, "page");
    run("pdftoppm", ["-r", "150", "-png", "-singlefile", "-", picture], render());
    expect(run("zbarimg", ["--quiet", "--raw", `${picture}.png`]).trim()).toBe(certificate.verifyUrl.toUpperCase());
  },
);

describe.skipIf(!findTool("pdftotext"))("a specimen", () => {
  test("says so in each language, and has no number that could be verified", () => {
    const text = textOf(renderCertificate({ ...certificate, number: "", verifyUrl: "https://puente.example" }));
    for (const word of ["EJEMPLO SIN VALIDEZ", "見本", "SPECIMEN"]) expect(text).toContain(squeeze(word));
    expect(text).toContain(squeeze(certificate.holder.name));
    expect(text).not.toContain(number.slice(-26));
    expect(textOf(render())).not.toContain("SPECIMEN");
  });
});
