import { actionPlans, closing, opening, type WorkshopContent } from "./workshop-content.ts";

export const tokyoFlood: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MLIT",
  mode: "hybrid",
  zone: "Asia/Tokyo",
  country: "JP",
  capacity: 16,
  minimumAttendance: 75,
  languages: ["ja", "es", "en"],
  themes: ["flood-risk", "early-warning"],
  texts: {
    es: {
      title: "Riesgo de inundación en infraestructura crítica",
      summary:
        "Mapas de peligro, obras subterráneas y decisiones de cierre: cómo proteger aduanas, puertos y accesos antes de que suba el agua.",
      venue: "Tokio, con transmisión en línea",
      requirements:
        "Personal técnico de agua, protección civil o infraestructura. Quien no viaje puede seguir las sesiones en línea.",
    },
    ja: {
      title: "重要インフラの水害リスク",
      summary:
        "ハザードマップ、地下放水路、施設閉鎖の判断など、水位が上がる前に税関、港湾、アクセス道路を守る方法を学びます。",
      venue: "東京（オンライン併用）",
      requirements:
        "水管理、防災または社会基盤を担当する技術職員であること。渡航しない場合は、オンラインで参加できます。",
    },
    en: {
      title: "Flood risk for critical infrastructure",
      summary:
        "Hazard maps, underground works and the decision to close: protecting customs, ports and their access before the water rises.",
      venue: "Tokyo, and online",
      requirements:
        "Technical staff in water, civil protection or infrastructure. Those who don’t travel can follow online.",
    },
  },
  sessions: [
    ["0 09:30-10:15", "ceremony", "B-101", ...opening],
    ["0 10:30-12:30", "lecture", "B-101", "Leer un mapa de peligro", "ハザードマップの読み方", "Reading a hazard map"],
    [
      "1 10:00-15:00",
      "siteVisit",
      "",
      "Canal subterráneo de descarga",
      "首都圏外郭放水路の視察",
      "Underground discharge channel",
    ],
    [
      "2 09:30-12:30",
      "practice",
      "B-102",
      "Cuándo cerrar y cuándo reabrir",
      "閉鎖と再開の判断演習",
      "When to close, when to reopen",
    ],
    ["2 13:30-15:30", "discussion", "B-101", ...actionPlans],
    ["2 15:45-16:15", "ceremony", "B-101", ...closing],
  ],
};
