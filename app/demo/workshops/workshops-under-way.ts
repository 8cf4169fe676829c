import { actionPlans, closing, evaluation, opening, orientation, type WorkshopContent } from "./workshop-content.ts";

/** Of this and the next one, that with office hours behind it today is running; the other is closed and begins soon. */
export const mexicoRisk: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MX-CUSTOMS",
  mode: "onSite",
  zone: "America/Mexico_City",
  country: "MX",
  capacity: 12,
  minimumAttendance: 80,
  languages: ["es", "ja"],
  themes: ["document-authenticity", "information-exchange", "detection-concealment"],
  texts: {
    es: {
      title: "Gestión de riesgos aduaneros: del dato a la inspección",
      summary:
        "Cómo se construye un perfil de riesgo con información previa al arribo, cómo se mide si acierta y cómo se corrige cuando falla.",
      venue: "Agencia Nacional de Aduanas de México, Ciudad de México",
      requirements:
        "Personal de análisis de riesgo, investigación o selección para reconocimiento aduanero. Se trabaja con casos anonimizados.",
    },
    ja: {
      title: "税関のリスク管理：データから検査まで",
      summary: "到着前情報に基づくリスクプロファイルの作成から、的中率の測定、改善までの流れを学びます。",
      venue: "メキシコ国家税関庁（メキシコシティ）",
      requirements: "リスク分析、調査または検査選定を担当する職員であること。演習では、匿名化した事例を使用します。",
    },
    en: {
      title: "Customs risk management: from data to inspection",
      summary:
        "How a risk profile is built from pre-arrival information, how its accuracy is measured, and how it is put right.",
      venue: "National Customs Agency of Mexico, Mexico City",
      requirements: "Officials in risk analysis, investigation or targeting. The exercises use anonymised cases.",
    },
  },
  sessions: [
    ["0 09:00-09:45", "ceremony", "Auditorio", ...opening],
    ["0 10:00-11:30", "orientation", "Aula 1", ...orientation],
    [
      "0 12:00-14:00",
      "lecture",
      "Aula 1",
      "Información previa al arribo",
      "到着前情報の活用",
      "Pre-arrival information",
    ],
    [
      "1 09:00-11:30",
      "lecture",
      "Aula 1",
      "Construcción de perfiles de riesgo",
      "リスクプロファイルの作成",
      "Building risk profiles",
    ],
    ["1 12:00-14:00", "practice", "Aula 3", "Práctica con indicadores", "リスク指標の演習", "Working with indicators"],
    [
      "2 09:00-11:30",
      "practice",
      "Aula 3",
      "Selección con casos anonimizados",
      "匿名化事例による検査選定",
      "Targeting on anonymous cases",
    ],
    [
      "2 12:00-14:00",
      "discussion",
      "Aula 1",
      "Aciertos y falsas alarmas",
      "的中と空振りの検討",
      "Hits and false alarms",
    ],
    [
      "3 08:30-13:30",
      "siteVisit",
      "Aduana de Pantaco",
      "Despacho ferroviario",
      "鉄道貨物の通関",
      "Clearance of rail cargo",
    ],
    ["4 09:00-11:30", "lecture", "Aula 1", "Operador Económico Autorizado", "AEO制度", "Authorised Economic Operators"],
    ["4 12:00-14:00", "discussion", "Aula 1", ...actionPlans],
    ["5 10:00-11:30", "discussion", "Aula 1", ...evaluation],
    ["5 12:00-13:00", "ceremony", "Auditorio", ...closing],
  ],
};

export const kashiwaImages: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "JP-CUSTOMS",
  mode: "onSite",
  zone: "Asia/Tokyo",
  country: "JP",
  capacity: 12,
  minimumAttendance: 80,
  languages: ["ja", "es"],
  themes: ["detection-concealment", "seizures"],
  texts: {
    es: {
      title: "Imágenes de rayos X y métodos de ocultamiento",
      summary:
        "Lectura de imágenes de equipaje, paquetería y contenedores, con los equipos y la colección de muestras del instituto.",
      venue: "Instituto de Capacitación Aduanera, Kashiwa, Chiba",
      requirements: "Personal de inspección con experiencia básica en rayos X. El hospedaje es en el propio instituto.",
    },
    ja: {
      title: "X線画像の判読と隠匿手口",
      summary: "研修所の訓練機材と標本を使用し、手荷物、国際郵便物、コンテナのX線画像の判読を集中的に学びます。",
      venue: "税関研修所（千葉県柏市）",
      requirements: "X線検査の基礎的な経験がある検査担当職員であること。宿泊先は研修所内です。",
    },
    en: {
      title: "X-ray images and concealment methods",
      summary:
        "Reading images of baggage, parcels and containers with the institute’s equipment and collection of samples.",
      venue: "Customs Training Institute, Kashiwa, Chiba",
      requirements: "Inspection officials with basic X-ray experience. Participants stay at the institute.",
    },
  },
  sessions: [
    ["0 09:00-09:45", "ceremony", "Hall 1", ...opening],
    ["0 10:00-12:00", "orientation", "201", ...orientation],
    [
      "0 13:30-16:00",
      "lecture",
      "201",
      "Principios de la imagen de rayos X",
      "X線画像の原理",
      "Principles of X-ray images",
    ],
    [
      "1 09:00-12:00",
      "practice",
      "X-1",
      "Equipaje y paquetería",
      "手荷物・国際郵便物のX線画像の判読",
      "Baggage and parcels",
    ],
    [
      "1 13:30-16:00",
      "practice",
      "X-1",
      "Contenedores y vehículos",
      "コンテナ・車両のX線画像の判読",
      "Containers and vehicles",
    ],
    [
      "2 09:00-12:00",
      "practice",
      "X-2",
      "Ocultamiento: práctica con muestras",
      "標本で学ぶ隠匿手口",
      "Concealment: working with samples",
    ],
    [
      "2 13:30-16:00",
      "discussion",
      "201",
      "Casos que presenta el grupo",
      "参加者による事例検討",
      "Participants’ cases",
    ],
    ["3 09:00-15:00", "siteVisit", "", "Aeropuerto de Narita", "成田空港の視察", "Narita Airport"],
    [
      "4 09:00-12:00",
      "practice",
      "X-1",
      "Prueba de lectura contra reloj",
      "制限時間内の判読テスト",
      "Timed reading test",
    ],
    ["4 13:30-16:00", "discussion", "201", ...actionPlans],
    ["5 09:30-11:00", "discussion", "201", ...evaluation],
    ["5 11:15-12:00", "ceremony", "Hall 1", ...closing],
  ],
};

/** 09:00 in Mexico City is midnight in Tokyo, the day after. */
export const online: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MX-CUSTOMS",
  mode: "online",
  zone: "America/Mexico_City",
  country: "MX",
  capacity: 20,
  minimumAttendance: 70,
  languages: ["es", "ja", "en"],
  themes: ["information-exchange"],
  texts: {
    es: {
      title: "Intercambio de información entre aduanas: casos prácticos",
      summary: "Tres sesiones en línea para redactar, responder y dar seguimiento a solicitudes de asistencia mutua.",
      venue: "En línea, desde la Ciudad de México",
      requirements: "Conexión estable, cámara y audífonos. En Japón, las sesiones comienzan a medianoche.",
    },
    ja: {
      title: "税関当局間の情報交換：事例演習",
      summary: "相互支援の要請書の作成、回答、その後の進捗管理を、全3回のオンラインセッションで学びます。",
      venue: "オンライン（メキシコシティから配信）",
      requirements: "安定した通信環境、カメラ、ヘッドホンをご用意ください。日本では深夜0時の開始となります。",
    },
    en: {
      title: "Exchanging information between customs authorities: case studies",
      summary: "Three online sessions on writing, answering and following up requests for mutual assistance.",
      venue: "Online, from Mexico City",
      requirements: "A stable connection, a camera and headphones. In Japan the sessions begin at midnight.",
    },
  },
  sessions: [
    [
      "0 09:00-11:00",
      "lecture",
      "",
      "Anatomía de una buena solicitud",
      "適切な要請書の構成",
      "Anatomy of a good request",
    ],
    ["1 09:00-11:00", "practice", "", "Redacción y respuesta", "要請と回答の作成", "Writing and answering"],
    [
      "2 09:00-11:00",
      "discussion",
      "",
      "Seguimiento y confidencialidad",
      "進捗管理と秘密保持",
      "Follow-up and confidentiality",
    ],
  ],
  moved: { number: 2, from: "1 17:00-19:00" },
};
