import { actionPlans, closing, evaluation, opening, orientation, type WorkshopContent } from "./workshop-content.ts";

export const veracruz: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MX-CUSTOMS",
  mode: "onSite",
  zone: "America/Mexico_City",
  country: "MX",
  capacity: 10,
  minimumAttendance: 80,
  contact: { name: "Dirección de Capacitación", email: "capacitacion@aduanas.example", phone: "+52 55 5000 1234" },
  languages: ["es", "ja"],
  themes: ["seizures", "detection-concealment"],
  texts: {
    es: {
      title: "Decomisos en puertos: aseguramiento, custodia y prueba",
      summary:
        "Qué hacer en la primera hora después de un hallazgo para que la mercancía, la cadena de custodia y el expediente se sostengan " +
        "en un juicio.",
      venue: "Aduana de Veracruz, Veracruz",
      requirements: "Personal que intervenga en aseguramientos o en la integración de expedientes.",
    },
    ja: {
      title: "港湾における差押え：確保・保管・証拠化",
      summary:
        "発見から最初の1時間に何をすべきか。貨物の保全、証拠保管の連鎖、記録の作成など、公判に耐える対応の実務を学びます。",
      venue: "ベラクルス税関（ベラクルス州）",
      requirements: "差押えまたは事件記録の作成に携わる職員であること。",
    },
    en: {
      title: "Seizures in ports: securing, keeping and proving",
      summary:
        "What to do in the first hour after a find, so that the goods, the chain of custody and the file stand up in court.",
      venue: "Veracruz Customs House, Veracruz",
      requirements: "Officials who take part in seizures or prepare case files.",
    },
  },
  sessions: [
    ["0 09:00-09:45", "ceremony", "Auditorio", ...opening],
    [
      "0 10:00-13:00",
      "lecture",
      "Aula 1",
      "La primera hora después de un hallazgo",
      "発見後の最初の1時間",
      "The first hour after a find",
    ],
    [
      "1 09:00-13:00",
      "practice",
      "Patio 1",
      "Cadena de custodia en el muelle",
      "埠頭での証拠保管",
      "Chain of custody on the quay",
    ],
    [
      "1 15:00-17:00",
      "lecture",
      "Aula 1",
      "Toma de muestras y laboratorio",
      "試料採取と分析",
      "Sampling and the laboratory",
    ],
    [
      "2 08:30-13:00",
      "siteVisit",
      "Muelle 4",
      "Revisión de una embarcación",
      "船舶検査の視察",
      "Examination of a vessel",
    ],
    ["3 09:00-12:00", "practice", "Aula 2", "Audiencia simulada", "模擬裁判", "Mock hearing"],
    ["3 12:15-13:15", "discussion", "Aula 1", ...evaluation],
    ["3 13:30-14:00", "ceremony", "Auditorio", ...closing],
  ],
};

export const kobe: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MLIT",
  mode: "onSite",
  zone: "Asia/Tokyo",
  country: "JP",
  capacity: 8,
  minimumAttendance: 80,
  contact: { name: "国土交通省 総合政策局 国際協力課", email: "kenshu@mlit.example", phone: "+81 3-5000-1234" },
  languages: ["ja", "es"],
  themes: ["continuity"],
  texts: {
    es: {
      title: "Continuidad de operaciones portuarias después de un sismo",
      summary:
        "Planes que funcionan sin luz, sin sistemas y con la mitad del personal: lecciones de la reconstrucción del puerto de Kobe.",
      venue: "Puerto de Kobe, Hyogo",
      requirements: "Personal responsable de planes de contingencia en aduanas, puertos o protección civil.",
    },
    ja: {
      title: "地震発生後の港湾における業務継続",
      summary:
        "停電、システム停止、人員半減の状況でも機能する業務継続計画を、神戸港の震災復興の経験に学びながら作成します。",
      venue: "神戸港（兵庫県神戸市）",
      requirements: "税関、港湾または防災機関で業務継続計画を担当する職員であること。",
    },
    en: {
      title: "Keeping a port working after an earthquake",
      summary:
        "Plans that work without power, without systems and with half of the staff: lessons from the reconstruction of the port of Kobe.",
      venue: "Port of Kobe, Hyogo",
      requirements: "Officials in charge of contingency plans at customs, ports or civil protection.",
    },
  },
  sessions: [
    ["0 09:30-10:15", "ceremony", "401", ...opening],
    ["0 10:30-12:00", "orientation", "401", ...orientation],
    [
      "0 13:30-16:30",
      "lecture",
      "401",
      "De la emergencia a la reapertura",
      "被災から業務再開まで",
      "From emergency to reopening",
    ],
    [
      "1 09:30-12:00",
      "siteVisit",
      "",
      "Muelles reforzados del puerto",
      "耐震強化岸壁の視察",
      "Reinforced quays of the port",
    ],
    [
      "1 13:30-16:30",
      "practice",
      "402",
      "Despacho sin sistemas",
      "システム停止時の通関演習",
      "Clearance without systems",
    ],
    ["2 09:30-12:00", "practice", "402", "Un plan en una página", "1枚にまとめる業務継続計画", "A plan on one page"],
    ["2 13:30-16:30", "discussion", "401", ...actionPlans],
    ["3 09:30-10:30", "discussion", "401", ...evaluation],
    ["3 10:45-11:30", "ceremony", "401", ...closing],
  ],
};

export const nuevoLaredo: WorkshopContent = {
  programme: "MJ-BORDERS",
  host: "MX-CUSTOMS",
  mode: "onSite",
  zone: "America/Matamoros",
  country: "MX",
  capacity: 8,
  minimumAttendance: 80,
  languages: ["es", "ja"],
  themes: ["document-authenticity", "undervaluation"],
  texts: {
    es: {
      title: "Autenticidad documental en el cruce terrestre",
      summary:
        "Facturas, certificados de origen y cartas de porte frente a miles de camiones diarios: qué revisar, qué preguntar y a quién.",
      venue: "Aduana de Nuevo Laredo, Tamaulipas",
      requirements:
        "Personal de revisión documental o despacho. En la sede rige el horario de verano de la frontera norte.",
    },
    ja: {
      title: "陸路国境における書類の真正性",
      summary:
        "1日に数千台のトラックが通過する国境で、インボイス、原産地証明書、運送状の何を確認し、誰に何を照会するかを学びます。",
      venue: "ヌエボ・ラレド税関（タマウリパス州）",
      requirements: "書類審査または通関を担当する職員であること。会場の地域では、夏時間が実施されています。",
    },
    en: {
      title: "Authenticity of documents at the land border",
      summary:
        "Invoices, certificates of origin and waybills before thousands of lorries a day: what to look at, what to ask, and whom.",
      venue: "Nuevo Laredo Customs House, Tamaulipas",
      requirements: "Officials in document review or clearance. The venue keeps the border’s daylight saving time.",
    },
  },
  sessions: [
    ["0 08:30-09:15", "ceremony", "Auditorio", ...opening],
    [
      "0 09:30-12:30",
      "lecture",
      "Aula 1",
      "Señales de un documento alterado",
      "書類改ざんの兆候",
      "Signs of an altered document",
    ],
    [
      "1 08:30-12:30",
      "siteVisit",
      "Puente III",
      "Puente del Comercio Mundial",
      "世界貿易橋の視察",
      "World Trade Bridge",
    ],
    [
      "1 14:30-17:00",
      "practice",
      "Aula 2",
      "Consulta al país emisor",
      "発行国への照会演習",
      "Checking with the issuing country",
    ],
    ["2 08:30-11:30", "practice", "Aula 2", "Laboratorio de documentoscopía", "文書鑑識の実習", "Document laboratory"],
    ["2 12:00-13:00", "discussion", "Aula 1", ...evaluation],
    ["2 13:15-14:00", "ceremony", "Auditorio", ...closing],
  ],
};
