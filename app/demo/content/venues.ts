import type { ClockTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { InstitutionCode } from "./institutions.ts";

type Title = [es: string, ja: string, en: string];

export type VenueContent = {
  institution: InstitutionCode;
  country: "MX" | "JP";
  zone: Zone;
  name: Title;
  address: Title;
  mapUrl: string;
  /** From Monday to Friday. */
  hours: [opens: ClockTime, closes: ClockTime];
  rooms: [capacity: number, name: Title, equipment: Title][];
};

const projector: Title = ["Proyector y sonido", "プロジェクター、音響設備", "Projector and sound"];
const booths: Title = [
  "Proyector, sonido y dos cabinas de interpretación",
  "プロジェクター、音響設備、通訳ブース2台",
  "Projector, sound and two interpreters’ booths",
];
const computers: Title = ["24 computadoras", "パソコン24台", "24 computers"];
const table: Title = ["Mesa para reuniones", "会議用テーブル", "Meeting table"];

/** Two in each country, one of them with a clock of its own: Nuevo Laredo keeps daylight saving time. */
export const venues = {
  mexicoCity: {
    institution: "MX-CUSTOMS",
    country: "MX",
    zone: "America/Mexico_City",
    name: [
      "Centro de Capacitación Aduanera, Ciudad de México",
      "メキシコシティ税関研修センター",
      "Customs Training Centre, Mexico City",
    ],
    address: [
      "Ciudad de México; a diez minutos del metro",
      "メキシコシティ（地下鉄の駅から徒歩10分）",
      "Mexico City, ten minutes from the metro",
    ],
    mapUrl: "https://www.openstreetmap.org/#map=12/19.4326/-99.1332",
    hours: ["08:00", "20:00"],
    rooms: [
      [120, ["Auditorio", "講堂", "Auditorium"], booths],
      [30, ["Aula 1", "第1教室", "Room 1"], projector],
      [30, ["Aula 2", "第2教室", "Room 2"], projector],
      [24, ["Laboratorio", "実習室", "Laboratory"], computers],
    ],
  },
  nuevoLaredo: {
    institution: "MX-CUSTOMS",
    country: "MX",
    zone: "America/Matamoros",
    name: ["Aduana de Nuevo Laredo", "ヌエボ・ラレド税関", "Nuevo Laredo Customs"],
    address: [
      "Nuevo Laredo, Tamaulipas; entrada por el puente de carga",
      "タマウリパス州ヌエボ・ラレド（貨物用国境橋の入口）",
      "Nuevo Laredo, Tamaulipas; entrance at the cargo bridge",
    ],
    mapUrl: "https://www.openstreetmap.org/#map=12/27.4779/-99.5496",
    hours: ["07:00", "22:00"],
    rooms: [[16, ["Sala de juntas", "会議室", "Meeting room"], table]],
  },
  kashiwa: {
    institution: "JP-CUSTOMS",
    country: "JP",
    zone: "Asia/Tokyo",
    name: [
      "Instituto de Capacitación Aduanera, Kashiwa",
      "税関研修所（千葉県柏市）",
      "Customs Training Institute, Kashiwa",
    ],
    address: ["Kashiwa, prefectura de Chiba", "千葉県柏市", "Kashiwa, Chiba Prefecture"],
    mapUrl: "https://www.openstreetmap.org/#map=12/35.8676/139.9757",
    hours: ["09:00", "18:00"],
    rooms: [
      [100, ["Auditorio", "講堂", "Auditorium"], booths],
      [30, ["Aula 1", "第1教室", "Room 1"], projector],
      [30, ["Aula 2", "第2教室", "Room 2"], projector],
    ],
  },
  yokohama: {
    institution: "JP-CUSTOMS",
    country: "JP",
    zone: "Asia/Tokyo",
    name: ["Aduana de Yokohama", "横浜税関", "Yokohama Customs"],
    address: ["Yokohama, prefectura de Kanagawa", "神奈川県横浜市", "Yokohama, Kanagawa Prefecture"],
    mapUrl: "https://www.openstreetmap.org/#map=12/35.4437/139.6380",
    hours: ["08:30", "17:00"],
    rooms: [[20, ["Sala de juntas", "会議室", "Meeting room"], table]],
  },
} as const satisfies Record<string, VenueContent>;
