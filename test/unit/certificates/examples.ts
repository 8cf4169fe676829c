import { execFileSync } from "node:child_process";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { renderCertificate } from "#app/certificates/document/certificate-pdf.ts";

export const number = "MJ-2026-03-0007-7K2M9QXW4T8RD3VHJ6NPB5YCZF";
export const certificate: CertificateData = {
  version: 2,
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
    minutes: 40 * 60,
  },
  parties: [
    {
      acronym: "JICA",
      name: {
        es: "Agencia de Cooperación Internacional del Japón",
        ja: "国際協力機構",
        en: "Japan International Cooperation Agency",
      },
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
export const crowded: CertificateData = {
  ...certificate,
  holder: {
    name: "María Guadalupe de la Concepción Fernández-Villaseñor y Montemayor de la Garza",
    secondName: repeated("マリア・グアダルーペ", 60, "・"),
  },
  institution: long3,
  programme: long3,
  workshop: {
    ...certificate.workshop,
    title: long3,
    venue: long3,
    startsOn: "2026-09-28",
    endsOn: "2026-10-09",
    minutes: 1200 * 60 + 1,
  },
  parties: Array.from({ length: 4 }, () => ({
    acronym: "AMEXCID",
    name: { es: longEs.slice(0, 80), ja: longJa.slice(0, 40), en: longEn.slice(0, 80) },
  })),
  signatories: [
    {
      name: "Dra. María de la Concepción Guadalupe Ordóñez-Villaseñor y Montemayor",
      post: { es: longEs.slice(0, 80), ja: longJa.slice(0, 40), en: longEn.slice(0, 80) },
    },
    {
      name: repeated("髙橋左衛門尉", 60, ""),
      post: { es: longEs.slice(0, 80), ja: longJa.slice(0, 40), en: longEn.slice(0, 80) },
    },
  ],
};
const crowdedInJapanese = {
  ...crowded,
  holder: { name: repeated("寿限無五劫の擦り切れ", 60, ""), secondName: repeated("Jugemu Gokō", 60) },
};
const bare: CertificateData = { ...certificate, holder: { name: "Ana", secondName: null }, signatories: [] };
export const examples = Object.entries({ ordinary: certificate, crowded, "crowded Japanese": crowdedInJapanese, bare });

const rendered = new Map<string, Uint8Array>();
/** The example with changes, rendered once. */
export function render(changes: Partial<CertificateData> = {}): Uint8Array {
  const data = { ...certificate, ...changes };
  const key = JSON.stringify(data);
  const pdf = rendered.get(key) ?? renderCertificate(data);
  rendered.set(key, pdf);
  return pdf;
}

/** What a program says that reads the file from its standard input. */
export const run = (tool: string, args: string[], pdf?: Uint8Array) =>
  execFileSync(tool, args, { input: pdf, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });

/** Without spaces, which line breaks and the tracking of names may add. */
export const squeeze = (text: string) => text.replace(/\s+/g, "");
export const textOf = (pdf: Uint8Array) => squeeze(run("pdftotext", ["-", "-"], pdf));
