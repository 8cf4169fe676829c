import type { Locale } from "#app/i18n/locales.ts";
import type { InstitutionCode } from "./institutions.ts";

export type ProgrammeCode = "MJ-CUSTOMS" | "MJ-BORDERS";
type Party = [institution: InstitutionCode, role: "funder" | "host" | "sender" | "implementer"];

export type ProgrammeContent = {
  code: ProgrammeCode;
  texts: Record<Locale, { title: string; summary: string }>;
  parties: Party[];
  signatories: { name: string; post: Record<Locale, string> }[];
};

/** Every certificate says on its face that nobody has really signed it. */
const specimen = (es: string, ja: string, en: string): Record<Locale, string> => ({
  es: `${es} (firma de muestra)`,
  ja: `${ja}（署名見本）`,
  en: `${en} (specimen signature)`,
});

export const customsProgramme: ProgrammeContent = {
  code: "MJ-CUSTOMS",
  texts: {
    es: {
      title: "Programa de cooperación aduanera México-Japón",
      summary:
        "Fortalecimiento de capacidades en el marco del Acuerdo de asistencia mutua y cooperación en materia aduanera de 2017: " +
        "subvaluación, autenticidad documental, intercambio de información, decomisos y métodos de ocultamiento.",
    },
    ja: {
      title: "日本・メキシコ税関協力プログラム",
      summary:
        "2017年の税関相互支援協定に基づく能力強化プログラムです。低価申告、書類の真正性、情報交換、差押え・摘発、" +
        "隠匿手口の発見を扱います。",
    },
    en: {
      title: "Mexico–Japan Customs Cooperation Programme",
      summary:
        "Capacity building under the 2017 agreement on mutual assistance and cooperation in customs matters: undervaluation, " +
        "authenticity of documents, exchange of information, seizures, and detection and concealment methods.",
    },
  },
  parties: [
    ["MX-CUSTOMS", "host"],
    ["JP-CUSTOMS", "sender"],
    ["JICA", "funder"],
    ["AMEXCID", "funder"],
    ["MX-CUSTOMS", "implementer"],
  ],
  signatories: [
    {
      name: "Leonor Salcedo Duarte",
      post: specimen("Dirección del programa", "プログラム責任者", "Programme Director"),
    },
    { name: "村上 和也", post: specimen("Representación de Japón", "日本側代表", "Representative of Japan") },
  ],
};

export const bordersProgramme: ProgrammeContent = {
  code: "MJ-BORDERS",
  texts: {
    es: {
      title: "Fronteras seguras y resilientes: cooperación técnica México-Japón",
      summary:
        "Tres años de talleres en ambos países para que aduanas, puertos y protección civil detecten mejor los ilícitos, compartan " +
        "información a tiempo y sigan operando después de un sismo o una inundación. Programa de demostración.",
    },
    ja: {
      title: "安全で強靱な国境づくり：日本・メキシコ技術協力",
      summary:
        "税関、港湾、防災の各機関が、密輸などの不正を的確に発見し、情報を速やかに共有し、地震や洪水の後も業務を継続できるよう、" +
        "両国で3年間にわたりワークショップを実施します。デモ用のプログラムです。",
    },
    en: {
      title: "Safe and Resilient Borders: Mexico–Japan Technical Cooperation",
      summary:
        "Three years of workshops in both countries, so that customs, ports and civil protection detect illicit trade better, share " +
        "information in time and keep working after an earthquake or a flood. A demonstration programme.",
    },
  },
  parties: [
    ["JICA", "funder"],
    ["AMEXCID", "funder"],
    ["MX-CUSTOMS", "host"],
    ["JP-CUSTOMS", "host"],
    ["MX-CUSTOMS", "sender"],
    ["JP-CUSTOMS", "sender"],
    ["CENAPRED", "implementer"],
    ["CONAGUA", "sender"],
    ["MLIT", "implementer"],
    ["JMA", "implementer"],
    ["JCG", "sender"],
  ],
  signatories: [
    {
      name: "Regina Palacios Tovar",
      post: specimen("Coordinación general, México", "メキシコ側総括", "General Coordinator, Mexico"),
    },
    { name: "清水 浩子", post: specimen("Coordinación general, Japón", "日本側総括", "General Coordinator, Japan") },
  ],
};
