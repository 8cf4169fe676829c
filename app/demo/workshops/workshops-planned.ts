import { actionPlans, closing, evaluation, opening, orientation, type WorkshopContent } from "./workshop-content.ts";

/** Its working days lie on both sides of a change of the clocks. */
export const tijuana: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MX-CUSTOMS",
  mode: "onSite",
  zone: "America/Tijuana",
  country: "MX",
  capacity: 10,
  minimumAttendance: 80,
  languages: ["es", "ja"],
  themes: ["detection-concealment", "information-exchange"],
  texts: {
    es: {
      title: "Control de pasajeros y vehículos en una frontera de alto flujo",
      summary:
        "Carriles, binomios caninos, perfiles y entrevistas breves en uno de los cruces terrestres más transitados del mundo.",
      venue: "Aduana de Tijuana, Baja California",
      requirements:
        "Personal de primera revisión. Durante el taller cambia el horario en la sede; las sesiones conservan su hora local.",
    },
    ja: {
      title: "往来の多い国境における旅客・車両検査",
      summary:
        "世界でも特に通行量の多い陸路国境で、レーン運用、麻薬探知犬、プロファイリング、短時間の質問の技法を学びます。",
      venue: "ティフアナ税関（バハ・カリフォルニア州）",
      requirements:
        "旅客・車両の一次検査を担当する職員であること。期間中に現地で夏時間の切替えがありますが、現地での開始時刻は変わりません。",
    },
    en: {
      title: "Passenger and vehicle control at a busy border",
      summary: "Lanes, dog teams, profiles and short interviews at one of the world’s busiest land crossings.",
      venue: "Tijuana Customs House, Baja California",
      requirements:
        "Officials in primary inspection. The clocks change during the workshop: sessions keep their time on the clock.",
    },
  },
  sessions: [
    ["0 09:00-09:45", "ceremony", "Auditorio", ...opening],
    [
      "0 10:00-13:00",
      "lecture",
      "Aula 1",
      "Perfiles y señales de conducta",
      "プロファイリングと行動の兆候",
      "Profiles and behaviour",
    ],
    [
      "1 09:00-13:00",
      "siteVisit",
      "El Chaparral",
      "Carriles y segunda revisión",
      "レーン運用と二次検査",
      "Lanes and second inspection",
    ],
    [
      "2 09:00-12:00",
      "practice",
      "Patio 3",
      "Trabajo con binomios caninos",
      "麻薬探知犬との連携",
      "Working with dog teams",
    ],
    ["2 13:30-16:00", "practice", "Aula 2", "Entrevistas breves", "短時間での質問技法", "Short interviews"],
    ["3 09:00-11:00", "discussion", "Aula 1", ...evaluation],
    ["3 11:15-12:00", "ceremony", "Auditorio", ...closing],
  ],
};

export const tokyoMutual: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "JP-CUSTOMS",
  mode: "onSite",
  zone: "Asia/Tokyo",
  country: "JP",
  capacity: 12,
  minimumAttendance: 80,
  languages: ["ja", "es"],
  themes: ["information-exchange", "seizures"],
  texts: {
    es: {
      title: "Asistencia mutua y entregas vigiladas",
      summary:
        "De la alerta a la operación coordinada: qué puede pedir y ofrecer cada aduana, y cómo se protege la información compartida.",
      venue: "Aduana de Tokio, Koto",
      requirements:
        "Personal de investigación o enlace internacional. La inscripción se abre dos meses antes del inicio.",
    },
    ja: {
      title: "相互支援とコントロールド・デリバリー",
      summary:
        "通報から合同取締りまで、両国の税関が互いに何を要請し、提供できるか、共有した情報をどう守るかを学びます。",
      venue: "東京税関（東京都江東区）",
      requirements: "調査または国際連絡を担当する職員であること。募集は、開始日の2か月前に始まります。",
    },
    en: {
      title: "Mutual assistance and controlled deliveries",
      summary:
        "From an alert to a joint operation: what each customs authority may ask and offer, and how shared information is protected.",
      venue: "Tokyo Customs, Koto",
      requirements:
        "Officials in investigation or international liaison. Applications open two months before the start.",
    },
  },
  sessions: [
    ["0 09:30-10:15", "ceremony", "701", ...opening],
    ["0 10:30-12:00", "orientation", "701", ...orientation],
    [
      "0 13:30-16:30",
      "lecture",
      "701",
      "Marco de la asistencia mutua",
      "相互支援の枠組み",
      "The framework of mutual assistance",
    ],
    [
      "1 09:30-12:30",
      "practice",
      "702",
      "De la alerta a la operación",
      "通報から合同取締りまで",
      "From alert to operation",
    ],
    [
      "1 13:30-16:30",
      "practice",
      "702",
      "Entrega vigilada simulada",
      "コントロールド・デリバリー演習",
      "Mock controlled delivery",
    ],
    ["2 09:30-12:00", "discussion", "701", ...actionPlans],
    ["2 13:30-14:30", "discussion", "701", ...evaluation],
    ["2 14:45-15:30", "ceremony", "701", ...closing],
  ],
};

/** Still being written: Spanish is whole, Japanese has a title and a summary, English nothing yet. */
export const cenapredDraft: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "CENAPRED",
  mode: "onSite",
  zone: "America/Mexico_City",
  country: "MX",
  capacity: 12,
  minimumAttendance: 80,
  languages: ["es", "ja"],
  themes: ["early-warning", "continuity"],
  texts: {
    es: {
      title: "Alerta sísmica mexicana y respuesta en instalaciones federales",
      summary:
        "El sistema de alerta sísmica visto por quienes lo operan y por quienes deben actuar en los segundos de ventaja que ofrece.",
      venue: "Centro Nacional de Prevención de Desastres, Ciudad de México",
      requirements: "Personal de protección civil o de operación de instalaciones.",
    },
    ja: {
      title: "メキシコの地震警報と連邦政府施設の対応",
      summary: "地震警報システムを、運用する側と、警報から数秒で行動する側の両方の視点から学びます。",
    },
  },
  sessions: [
    ["0 09:00-09:45", "ceremony", "Auditorio", ...opening],
    ["0 10:00-13:00", "lecture", "Aula 1", "Cómo funciona la alerta sísmica", "地震警報の仕組み", ""],
    ["1 09:00-13:00", "siteVisit", "", "Centro de monitoreo", "", ""],
    ["2 09:00-12:00", "practice", "Aula 2", "Simulacro en una instalación federal", "", ""],
    ["2 12:30-13:30", "ceremony", "Auditorio", ...closing],
  ],
};

/** The venue fell through after people had enrolled. */
export const manzanilloCancelled: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MX-CUSTOMS",
  mode: "onSite",
  zone: "America/Mexico_City",
  country: "MX",
  capacity: 10,
  minimumAttendance: 80,
  languages: ["es", "ja"],
  themes: ["continuity", "flood-risk"],
  texts: {
    es: {
      title: "Recintos portuarios ante ciclones y marejadas",
      summary:
        "Preparación, cierre y reapertura de un recinto fiscal en temporada de huracanes, con personal que lo ha vivido.",
      venue: "Puerto de Manzanillo, Colima",
      requirements: "Personal de operación portuaria o protección civil.",
    },
    ja: {
      title: "ハリケーンと高潮に備える港湾保税地域",
      summary: "ハリケーンの季節における保税地域の備え、閉鎖、再開の進め方を、現場で経験した職員から学びます。",
      venue: "マンサニージョ港（コリマ州）",
      requirements: "港湾運営または防災を担当する職員であること。",
    },
    en: {
      title: "Port enclosures facing cyclones and storm surges",
      summary:
        "Preparing, closing and reopening a bonded port area in the hurricane season, with the staff who have lived through it.",
      venue: "Port of Manzanillo, Colima",
      requirements: "Officials in port operation or civil protection.",
    },
  },
  sessions: [
    ["0 09:00-09:45", "ceremony", "Auditorio", ...opening],
    [
      "0 10:00-13:00",
      "lecture",
      "Aula 1",
      "Pronóstico y decisión de cierre",
      "予報と閉鎖の判断",
      "Forecast and the decision to close",
    ],
    [
      "1 09:00-13:00",
      "practice",
      "Patio 1",
      "Sujeción y resguardo de la carga",
      "貨物の固縛",
      "Lashing and securing cargo",
    ],
    ["2 09:00-12:00", "discussion", "Aula 1", ...actionPlans],
    ["2 12:30-13:30", "ceremony", "Auditorio", ...closing],
  ],
};
