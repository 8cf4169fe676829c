import { closing, opening, orientation, type WorkshopContent } from "./workshop-content.ts";

/** The workshop that the agreement's announcement speaks of; its programme, days and participants are invented. */
export const mexico2017: WorkshopContent = {
  programme: "MJ-CUSTOMS",
  host: "MX-CUSTOMS",
  mode: "onSite",
  zone: "America/Mexico_City",
  country: "MX",
  capacity: 4,
  minimumAttendance: 80,
  languages: ["es", "ja"],
  themes: ["undervaluation", "document-authenticity", "information-exchange", "seizures", "detection-concealment"],
  texts: {
    es: {
      title: "Detección de ilícitos aduaneros: la experiencia de México",
      summary:
        "La Aduana de México comparte con cuatro integrantes de Aduanas de Japón su experiencia en el combate a la subvaluación, la " +
        "verificación de documentos y la detección de métodos de ocultamiento.",
      venue: "Administración General de Aduanas, Ciudad de México",
      requirements: "Personal en activo de Aduanas de Japón, designado por su institución.",
    },
    ja: {
      title: "税関における不正の発見：メキシコの経験",
      summary:
        "メキシコ税関が、低価申告への対策、書類の真正性の確認、隠匿手口の発見について、日本の税関職員4名と経験を共有します。",
      venue: "メキシコ国税庁税関総局（メキシコシティ）",
      requirements: "日本の税関に勤務し、所属機関の推薦を受けた職員であること。",
    },
    en: {
      title: "Detecting customs offences: the experience of Mexico",
      summary:
        "Mexican Customs shares with four officials of Japan Customs its experience in countering undervaluation, verifying documents " +
        "and detecting concealment methods.",
      venue: "General Administration of Customs, Mexico City",
      requirements: "Serving officials of Japan Customs, nominated by their institution.",
    },
  },
  modules: [
    {
      sessions: [3, 4, 5],
      title: ["Valor y documentos", "価格と書類", "Value and documents"],
      objective: [
        "Reconocer una operación subvaluada y un documento falso antes del despacho.",
        "通関前に、低価申告と偽造書類を見分けられるようになる。",
        "To recognise an undervalued shipment and a false document before clearance.",
      ],
      indicator: [
        "Ocho de diez casos de práctica resueltos correctamente.",
        "実習事例10件のうち8件を正しく判断する。",
        "Eight of ten practice cases decided correctly.",
      ],
    },
    {
      sessions: [6, 7],
      title: ["Ocultamiento y decomisos", "隠匿と差押え", "Concealment and seizures"],
      objective: [
        "Elegir qué carga revisar e intercambiar la información que lleva a un decomiso.",
        "検査する貨物を選定し、差押えにつながる情報を交換できるようになる。",
        "To choose the cargo to inspect, and to exchange the information that leads to a seizure.",
      ],
      indicator: [
        "Un perfil de riesgo propio, presentado al grupo.",
        "独自のリスクプロファイルを作成し、発表する。",
        "A risk profile of one’s own, presented to the group.",
      ],
    },
  ],
  sessions: [
    ["0 09:00-09:45", "ceremony", "Auditorio", ...opening],
    ["0 10:00-11:30", "orientation", "Aula 1", ...orientation],
    [
      "0 12:00-14:00",
      "lecture",
      "Aula 1",
      "Indicadores de subvaluación",
      "低価申告のリスク指標",
      "Indicators of undervaluation",
    ],
    [
      "1 09:00-11:30",
      "lecture",
      "Aula 1",
      "Autenticidad documental",
      "書類の真正性の確認",
      "Authenticity of documents",
    ],
    [
      "1 12:00-14:00",
      "practice",
      "Aula 2",
      "Cotejo de facturas y origen",
      "インボイスと原産地の照合",
      "Matching invoices and origins",
    ],
    [
      "2 08:00-13:00",
      "siteVisit",
      "Aduana del AICM",
      "Ocultamiento en carga aérea",
      "航空貨物の隠匿手口",
      "Concealment in air cargo",
    ],
    [
      "3 09:00-11:30",
      "discussion",
      "Aula 1",
      "Información sobre decomisos",
      "差押え・摘発に関する情報交換",
      "Information on seizures",
    ],
    ["3 12:00-13:00", "ceremony", "Auditorio", ...closing],
  ],
};
