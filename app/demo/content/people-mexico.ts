import type { Zone } from "#app/time/zones.ts";
import type { InstitutionCode } from "./institutions.ts";

/**
 * Given names, surname, second surname where there is one, and the name in katakana where its owner knows it. Invented.
 */
export type MexicanPerson = [
  given: string,
  surname: string,
  secondSurname: string | null,
  kana: string | null,
  institution: InstitutionCode,
  post: string,
  zone?: Zone,
];

const tijuana = "America/Tijuana";
const nuevoLaredo = "America/Matamoros";

export const officialsOfMexico: MexicanPerson[] = [
  [
    "María Fernanda",
    "Ibáñez",
    "Cordero",
    "マリア・フェルナンダ・イバニェス",
    "MX-CUSTOMS",
    "Subdirectora de Análisis de Riesgo",
  ],
  [
    "Joaquín",
    "Muñoz",
    "Arellano",
    "ホアキン・ムニョス",
    "MX-CUSTOMS",
    "Jefe de Departamento de Inspección No Intrusiva",
  ],
  ["Ximena", "Caballero", "Peña", "ヒメナ・カバジェロ", "MX-CUSTOMS", "Verificadora de Mercancías", tijuana],
  [
    "Rubén",
    "de la Garza",
    "Elizondo",
    "ルベン・デ・ラ・ガルサ",
    "MX-CUSTOMS",
    "Subadministrador de Operación Aduanera",
    nuevoLaredo,
  ],
  ["Inés", "Montes de Oca", "Quiñones", "イネス・モンテス・デ・オカ", "MX-CUSTOMS", "Directora de Valoración Aduanera"],
  ["Óscar", "Villaseñor", "Luna", "オスカル・ビジャセニョル", "MX-CUSTOMS", "Analista de Imágenes de Rayos X"],
  ["Paola", "Bermúdez", null, "パオラ・ベルムデス", "MX-CUSTOMS", "Verificadora de Mercancías", tijuana],
  ["Emilio", "Zúñiga", "Barragán", "エミリオ・スニガ", "MX-CUSTOMS", "Jefe de Sala de Reconocimiento Aduanero"],
  ["Ana Sofía", "Carreón", "Treto", null, "MX-CUSTOMS", "Enlace de Asuntos Internacionales"],
  ["Noé", "Santillán", "Güemes", "ノエ・サンティジャン", "MX-CUSTOMS", "Subdirector de Investigación Aduanera"],
  ["Verónica", "Ordóñez", "Salas", "ベロニカ・オルドニェス", "MX-CUSTOMS", "Jefa de Departamento de Glosa"],
  [
    "Julián",
    "Echeverría",
    "Mora",
    "フリアン・エチェベリア",
    "MX-CUSTOMS",
    "Coordinador de Binomios Caninos",
    nuevoLaredo,
  ],
  ["Citlali", "Xochihua", "Rangel", "シトラリ・ショチワ", "MX-CUSTOMS", "Analista de Inteligencia Aduanera"],
  ["Ramón", "Piña", "Cisneros", null, "MX-CUSTOMS", "Verificador de Mercancías", tijuana],
  ["Guadalupe", "Nájera", "Ávila", "グアダルーペ・ナヘラ", "MX-CUSTOMS", "Subdirectora de Clasificación Arancelaria"],
  ["Iván", "Ríos", null, "イバン・リオス", "MX-CUSTOMS", "Jefe de Turno, Aduana de Manzanillo"],
  ["Renata", "Cárdenas", "Ochoa", "レナタ・カルデナス", "MX-CUSTOMS", "Analista de Asistencia Mutua"],
  ["Saúl", "Argüello", "Fierro", "サウル・アルグエジョ", "MX-CUSTOMS", "Subdirector de Laboratorio Aduanero"],
  ["Dolores", "Ureña", "Castañeda", "ドロレス・ウレニャ", "CENAPRED", "Investigadora de Riesgos Sísmicos"],
  ["Gerardo", "Solís", "Ibarra", "ヘラルド・ソリス", "CENAPRED", "Subdirector de Riesgos Hidrometeorológicos"],
  ["Beatriz", "Toledo", "Yáñez", "ベアトリス・トレド", "CENAPRED", "Jefa de Departamento de Capacitación"],
  ["Elías", "Cervantes", "Prado", null, "CENAPRED", "Analista de Sistemas de Alerta"],
  ["Lourdes", "San Martín", "Vélez", "ルルデス・サン・マルティン", "CENAPRED", "Subdirectora de Instrumentación"],
  ["Fermín", "Aldana", "Cruz", "フェルミン・アルダナ", "CENAPRED", "Analista de Dinámica de Suelos"],
  ["Teresa", "Bañuelos", "Rivas", "テレサ・バニュエロス", "CONAGUA", "Subgerenta de Pronóstico de Inundaciones"],
  [
    "Arturo",
    "Quintanilla",
    "Meza",
    "アルトゥーロ・キンタニージャ",
    "CONAGUA",
    "Jefe de Proyecto de Aguas Superficiales",
  ],
  ["Nayeli", "Coronado", "Ruiz", "ナジェリ・コロナド", "CONAGUA", "Especialista en Hidráulica"],
  ["Sebastián", "Leyva", "Ocampo", null, "CONAGUA", "Pronosticador del Servicio Meteorológico Nacional"],
  ["Aurora", "Figueroa", "Núñez", "アウロラ・フィゲロア", "CONAGUA", "Subgerenta de Emergencias"],
];

/** Has taken part in everything, and never opened the page that asks for the name. */
export const unconfirmed: MexicanPerson = [
  "Maximiliano",
  "Olvera",
  "Íñiguez",
  "マクシミリアノ・オルベラ",
  "MX-CUSTOMS",
  "Jefe de Departamento de Valoración",
];
