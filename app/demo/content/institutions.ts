import type { Locale } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";

export type InstitutionCode =
  | "JICA"
  | "AMEXCID"
  | "MX-CUSTOMS"
  | "JP-CUSTOMS"
  | "CENAPRED"
  | "CONAGUA"
  | "MLIT"
  | "JMA"
  | "JCG";

type DatedName = { validFrom: LocalDate; acronym: string | null; names: Record<Locale, string> };
type InstitutionContent = { code: InstitutionCode; country: "MX" | "JP"; history: DatedName[] };

const name = (validFrom: LocalDate, acronym: string | null, es: string, ja: string, en: string): DatedName => ({
  validFrom,
  acronym,
  names: { es, ja, en },
});

/** Real public institutions of both countries; what they do in the demo is invented. */
export const institutions: InstitutionContent[] = [
  {
    code: "JICA",
    country: "JP",
    history: [
      name(
        "2003-10-01",
        "JICA",
        "Agencia de Cooperación Internacional del Japón",
        "国際協力機構",
        "Japan International Cooperation Agency",
      ),
    ],
  },
  {
    code: "AMEXCID",
    country: "MX",
    history: [
      name(
        "2011-09-28",
        "AMEXCID",
        "Agencia Mexicana de Cooperación Internacional para el Desarrollo",
        "メキシコ国際開発協力庁",
        "Mexican Agency for International Development Cooperation",
      ),
    ],
  },
  {
    code: "MX-CUSTOMS",
    country: "MX",
    history: [
      name(
        "1997-07-01",
        "AGA",
        "Administración General de Aduanas, Servicio de Administración Tributaria",
        "メキシコ国税庁税関総局",
        "General Administration of Customs, Tax Administration Service",
      ),
      name(
        "2022-01-01",
        "ANAM",
        "Agencia Nacional de Aduanas de México",
        "メキシコ国家税関庁",
        "National Customs Agency of Mexico",
      ),
    ],
  },
  {
    code: "JP-CUSTOMS",
    country: "JP",
    history: [
      name(
        "2001-01-06",
        "Japan Customs",
        "Aduanas de Japón, Ministerio de Finanzas",
        "財務省関税局・税関",
        "Japan Customs, Ministry of Finance",
      ),
    ],
  },
  {
    code: "CENAPRED",
    country: "MX",
    history: [
      name(
        "1988-09-20",
        "CENAPRED",
        "Centro Nacional de Prevención de Desastres",
        "メキシコ国立防災センター",
        "National Center for Disaster Prevention",
      ),
    ],
  },
  {
    code: "CONAGUA",
    country: "MX",
    history: [
      name("1989-01-16", "CONAGUA", "Comisión Nacional del Agua", "メキシコ国家水委員会", "National Water Commission"),
    ],
  },
  {
    code: "MLIT",
    country: "JP",
    history: [
      name(
        "2001-01-06",
        "MLIT",
        "Ministerio de Tierra, Infraestructura, Transporte y Turismo de Japón",
        "国土交通省",
        "Ministry of Land, Infrastructure, Transport and Tourism",
      ),
    ],
  },
  {
    code: "JMA",
    country: "JP",
    history: [name("1956-07-01", "JMA", "Agencia Meteorológica de Japón", "気象庁", "Japan Meteorological Agency")],
  },
  {
    code: "JCG",
    country: "JP",
    history: [name("2000-04-01", "JCG", "Guardia Costera de Japón", "海上保安庁", "Japan Coast Guard")],
  },
];
