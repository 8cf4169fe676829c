import { actionPlans, closing, evaluation, opening, orientation, type WorkshopContent } from "./workshop-content.ts";

export const manzanillo: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MX-CUSTOMS",
  mode: "onSite",
  zone: "America/Mexico_City",
  country: "MX",
  capacity: 8,
  minimumAttendance: 80,
  languages: ["es", "ja"],
  themes: ["detection-concealment", "seizures"],
  texts: {
    es: {
      title: "Inspección no intrusiva de contenedores",
      summary:
        "Del manifiesto a la imagen: cómo elegir, escanear y revisar contenedores en un puerto de alto movimiento sin detener la carga.",
      venue: "Aduana de Manzanillo, Colima",
      requirements: "Personal de vigilancia o inspección con al menos dos años de experiencia en puertos.",
    },
    ja: {
      title: "コンテナの非破壊検査",
      summary:
        "積荷目録の分析から画像の判読まで、貨物量の多い港で物流を止めずにコンテナを選定し、検査する方法を学びます。",
      venue: "マンサニージョ税関（コリマ州）",
      requirements: "港湾での監視または検査の実務経験が2年以上ある職員であること。",
    },
    en: {
      title: "Non-intrusive inspection of containers",
      summary:
        "From manifest to image: how to choose, scan and examine containers in a busy port without stopping the flow of cargo.",
      venue: "Manzanillo Customs House, Colima",
      requirements: "Surveillance or inspection officials with at least two years of experience in ports.",
    },
  },
  sessions: [
    ["0 09:00-09:45", "ceremony", "Auditorio", ...opening],
    [
      "0 10:00-13:00",
      "lecture",
      "Aula 1",
      "Selección a partir del manifiesto",
      "積荷目録による選定",
      "Choosing from the manifest",
    ],
    ["1 09:00-13:00", "practice", "Sala 4", "Lectura de imágenes", "X線検査画像の判読", "Reading images"],
    [
      "1 15:00-17:00",
      "discussion",
      "Aula 1",
      "Ocultamiento en la estructura",
      "構造部への隠匿事例",
      "Concealment in the structure",
    ],
    [
      "2 08:30-13:30",
      "siteVisit",
      "Patio 2",
      "Recorrido por el recinto portuario",
      "港湾保税地域の視察",
      "Tour of the port enclosure",
    ],
    [
      "3 09:00-12:00",
      "practice",
      "Aula 1",
      "Simulacro de revisión conjunta",
      "合同検査の模擬演習",
      "Mock joint examination",
    ],
    ["3 12:30-13:30", "ceremony", "Auditorio", ...closing],
  ],
};

export const tokyoWarning: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "JMA",
  mode: "onSite",
  zone: "Asia/Tokyo",
  country: "JP",
  capacity: 10,
  minimumAttendance: 75,
  languages: ["ja", "es", "en"],
  themes: ["early-warning"],
  texts: {
    es: {
      title: "Alerta temprana de sismos y tsunamis en puertos y pasos fronterizos",
      summary:
        "Qué ocurre entre la primera onda y la evacuación: generación, difusión y uso de los avisos en instalaciones donde trabajan y " +
        "transitan miles de personas.",
      venue: "Agencia Meteorológica de Japón, Tokio",
      requirements: "Personal que opere sistemas de alerta o coordine planes de evacuación.",
    },
    ja: {
      title: "港湾・国境施設における地震・津波の早期警戒",
      summary:
        "最初の揺れの検知から避難の完了までに何が起きるのか。多くの人が働き、行き交う施設における警報の作成、伝達、活用を学びます。",
      venue: "気象庁（東京都港区）",
      requirements: "警報システムの運用または避難計画の調整を担当する職員であること。",
    },
    en: {
      title: "Early warning of earthquakes and tsunamis at ports and border crossings",
      summary:
        "What happens between the first wave and the evacuation: making, spreading and using warnings where thousands of people work " +
        "and pass through.",
      venue: "Japan Meteorological Agency, Tokyo",
      requirements: "Officials who operate warning systems or coordinate evacuation plans.",
    },
  },
  sessions: [
    ["0 09:30-10:15", "ceremony", "A-201", ...opening],
    ["0 10:30-12:00", "orientation", "A-201", ...orientation],
    ["0 13:30-16:30", "lecture", "A-201", "Una alerta en segundos", "数秒で警報を出す仕組み", "A warning in seconds"],
    [
      "1 09:30-12:00",
      "siteVisit",
      "B-1",
      "Visita al centro de vigilancia",
      "監視センターの視察",
      "Visit to the monitoring centre",
    ],
    [
      "1 13:30-16:30",
      "practice",
      "A-203",
      "Mensajes que la gente entiende",
      "伝わる警報文の作成",
      "Messages that people understand",
    ],
    [
      "2 09:30-12:00",
      "practice",
      "A-203",
      "Evacuación de una terminal",
      "旅客ターミナルの避難図上演習",
      "Evacuating a terminal",
    ],
    ["2 13:30-15:30", "discussion", "A-201", ...actionPlans],
    ["2 15:45-16:30", "ceremony", "A-201", ...closing],
  ],
};

export const yokohama: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "JP-CUSTOMS",
  mode: "onSite",
  zone: "Asia/Tokyo",
  country: "JP",
  capacity: 10,
  minimumAttendance: 80,
  languages: ["ja", "es"],
  themes: ["undervaluation", "document-authenticity"],
  texts: {
    es: {
      title: "Valoración aduanera y detección de la subvaluación",
      summary:
        "Bases de datos de precios, auditoría posterior al despacho y entrevistas con importadores: cómo sostener un ajuste de valor.",
      venue: "Aduana de Yokohama, Kanagawa",
      requirements: "Personal de valoración, glosa o auditoría posterior al despacho.",
    },
    ja: {
      title: "関税評価と低価申告の発見",
      summary: "価格データベース、事後調査、輸入者への聞き取りなど、課税価格の修正を裏付けるための手法を学びます。",
      venue: "横浜税関（神奈川県横浜市）",
      requirements: "関税評価、書類審査または事後調査を担当する職員であること。",
    },
    en: {
      title: "Customs valuation and the detection of undervaluation",
      summary:
        "Price databases, post-clearance audit and interviews with importers: the tools that make a value adjustment stand.",
      venue: "Yokohama Customs, Kanagawa",
      requirements: "Officials in valuation, document review or post-clearance audit.",
    },
  },
  sessions: [
    ["0 09:30-10:15", "ceremony", "301", ...opening],
    [
      "0 10:30-12:00",
      "lecture",
      "301",
      "Métodos de valoración en la práctica",
      "関税評価方法の実際",
      "Valuation methods in practice",
    ],
    [
      "0 13:30-16:30",
      "practice",
      "302",
      "Uso de bases de datos de precios",
      "価格データベースの活用",
      "Using price databases",
    ],
    ["1 09:30-12:00", "lecture", "301", "Auditoría posterior al despacho", "事後調査の進め方", "Post-clearance audit"],
    [
      "1 13:30-16:30",
      "practice",
      "302",
      "Entrevista con el importador",
      "輸入者への聞き取り演習",
      "Interviewing the importer",
    ],
    ["2 09:30-12:00", "siteVisit", "", "Terminal de Honmoku", "本牧ふ頭の視察", "Honmoku terminal"],
    ["2 13:30-15:30", "discussion", "301", ...evaluation],
    ["2 15:45-16:30", "ceremony", "301", ...closing],
  ],
};
