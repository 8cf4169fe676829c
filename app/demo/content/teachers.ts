import type { FacultyRole } from "#app/faculty/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** People of the demo who teach, by family and given name: all invented. */
export type DemoTeacher = {
  family: string;
  given: string;
  roles: FacultyRole[];
  languages: Locale[];
  note: string;
  /** Days from today on which they are not available. */
  absence?: { from: number; to: number; note: string };
};

export const teachers: DemoTeacher[] = [
  {
    ...{ family: "Honda", given: "Hideki", roles: ["instructor"], languages: ["ja", "en"] },
    note: "税関検査機器、リスク管理。講義資料は英語でも用意可。",
    absence: { from: 33, to: 40, note: "国際会議（ブリュッセル）" },
  },
  {
    ...{ family: "Miyazaki", given: "Sakura", roles: ["instructor"], languages: ["ja"] },
    note: "海上コンテナ検査。逐次通訳が必要。",
  },
  {
    ...{ family: "Fuentes", given: "Alejandra", roles: ["instructor"], languages: ["es"] },
    note: "Comunicación de riesgos. Falta registrar su correo.",
  },
  {
    ...{ family: "Nishiyama", given: "Taku", roles: ["instructor", "companion"], languages: ["ja", "es", "en"] },
    note: "",
  },
  {
    ...{ family: "Nakagawa", given: "Emi", roles: ["interpreter", "companion"], languages: ["ja", "es"] },
    note: "Interpretación simultánea y consecutiva, japonés-español.",
    absence: { from: 60, to: 74, note: "" },
  },
  {
    ...{ family: "Sato", given: "Yuko", roles: ["interpreter"], languages: ["ja", "en"] },
    note: "",
  },
];
