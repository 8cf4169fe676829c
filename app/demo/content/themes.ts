import type { Locale } from "#app/i18n/locales.ts";

type Theme = { code: string; names: Record<Locale, string> };

/** The themes of the agreement, which every database has from its migrations. */
export const agreementThemes = [
  { code: "undervaluation", id: "01a20ada-2c00-7000-8000-000000000001" },
  { code: "document-authenticity", id: "01a20ada-2c00-7000-8000-000000000002" },
  { code: "information-exchange", id: "01a20ada-2c00-7000-8000-000000000003" },
  { code: "seizures", id: "01a20ada-2c00-7000-8000-000000000004" },
  { code: "detection-concealment", id: "01a20ada-2c00-7000-8000-000000000005" },
] as const;

/** What a demo has besides: disaster risk reduction at borders and ports. */
export const addedThemes = [
  { code: "early-warning", names: { es: "Alerta temprana", ja: "早期警戒", en: "Early warning" } },
  { code: "continuity", names: { es: "Continuidad de operaciones", ja: "業務継続", en: "Continuity of operations" } },
  { code: "flood-risk", names: { es: "Riesgo de inundación", ja: "水害リスク", en: "Flood risk" } },
] as const satisfies Theme[];

export type ThemeCode = (typeof agreementThemes | typeof addedThemes)[number]["code"];
