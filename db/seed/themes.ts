import type { Locale } from "#app/i18n/locales.ts";

/** The first five come from the agreement of 2017; the others belong to disaster risk reduction at borders and ports. */
export const themes = [
  { code: "undervaluation", names: { es: "Subvaluación", ja: "低価申告（アンダーバリュー）", en: "Undervaluation" } },
  { code: "document-authenticity", names: { es: "Autenticidad documental", ja: "書類の真正性", en: "Document authenticity" } },
  { code: "information-exchange", names: { es: "Intercambio de información", ja: "情報交換", en: "Information exchange" } },
  { code: "seizures", names: { es: "Decomisos", ja: "差押え・摘発", en: "Seizures" } },
  {
    code: "detection-concealment",
    names: { es: "Detección y métodos de ocultamiento", ja: "発見・隠匿手口", en: "Detection and concealment methods" },
  },
  { code: "early-warning", names: { es: "Alerta temprana", ja: "早期警戒", en: "Early warning" } },
  { code: "continuity", names: { es: "Continuidad de operaciones", ja: "業務継続", en: "Continuity of operations" } },
  { code: "flood-risk", names: { es: "Riesgo de inundación", ja: "水害リスク", en: "Flood risk" } },
] as const satisfies { code: string; names: Record<Locale, string> }[];

export type ThemeCode = (typeof themes)[number]["code"];
