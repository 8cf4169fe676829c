import type { CostForm, Currency } from "#app/programmes/costs/rules.ts";
import type { InstitutionCode } from "./institutions.ts";
import type { ProgrammeCode } from "./programmes.ts";

type Three = [es: string, ja: string, en: string];
type TariffName = "instruction" | "interpretation" | "flight" | "lodging" | "room";

type DemoTariff = {
  name: Three;
  unit: "hour" | "day" | "night" | "trip";
  currency: Currency;
  /** So many days after the programme's first day, what a unit costs from then on. */
  rates: [after: number, amount: string][];
};

export const demoTariffs: Record<TariffName, DemoTariff> = {
  instruction: {
    name: ["Hora de instrucción", "講師謝金（1時間）", "Hour of instruction"],
    unit: "hour",
    currency: "MXN",
    rates: [
      [0, "1450"],
      [150, "1520.50"],
    ],
  },
  interpretation: {
    name: ["Día de interpretación español-japonés", "日西通訳（1日）", "Day of Spanish–Japanese interpretation"],
    unit: "day",
    currency: "JPY",
    rates: [[0, "68000"]],
  },
  flight: {
    name: ["Boleto de avión Tokio-Ciudad de México", "航空券（東京・メキシコシティ）", "Air ticket Tokyo–Mexico City"],
    unit: "trip",
    currency: "JPY",
    rates: [[0, "285000"]],
  },
  lodging: {
    name: ["Noche de hospedaje", "宿泊（1泊）", "Night of lodging"],
    unit: "night",
    currency: "MXN",
    rates: [[0, "1890"]],
  },
  room: {
    name: ["Día de aula equipada", "研修室（1日）", "Day of an equipped classroom"],
    unit: "day",
    currency: "USD",
    rates: [[0, "180"]],
  },
};

type DemoCost = [tariff: TariffName, after: number, units: string, payer: InstitutionCode, form: CostForm, what: Three];

export const demoCosts: Record<ProgrammeCode, DemoCost[]> = {
  "MJ-CUSTOMS": [
    [
      "flight",
      10,
      "4",
      "JICA",
      "money",
      ["Traslado de cuatro participantes", "参加者4名の渡航", "Journey of four participants"],
    ],
    [
      "lodging",
      12,
      "28",
      "JICA",
      "money",
      ["Hospedaje de los participantes", "参加者の宿泊", "Lodging of the participants"],
    ],
    [
      "interpretation",
      12,
      "5",
      "AMEXCID",
      "money",
      ["Interpretación del taller", "研修の通訳", "Interpretation of the workshop"],
    ],
    [
      "instruction",
      12,
      "32.5",
      "MX-CUSTOMS",
      "inKind",
      ["Instrucción en aula", "教室での講義", "Instruction in the classroom"],
    ],
  ],
  "MJ-BORDERS": [
    [
      "flight",
      60,
      "6",
      "JICA",
      "money",
      ["Traslado de expertos a México", "専門家のメキシコ渡航", "Journey of experts to Mexico"],
    ],
    [
      "interpretation",
      75,
      "10",
      "JICA",
      "money",
      ["Interpretación de los talleres en México", "メキシコでの通訳", "Interpretation of the workshops in Mexico"],
    ],
    [
      "lodging",
      75,
      "84",
      "AMEXCID",
      "money",
      ["Hospedaje de los participantes", "参加者の宿泊", "Lodging of the participants"],
    ],
    [
      "instruction",
      75,
      "96.5",
      "MX-CUSTOMS",
      "inKind",
      [
        "Instrucción de personal de Aduanas de México",
        "メキシコ税関職員による講義",
        "Instruction by staff of Mexican Customs",
      ],
    ],
    [
      "room",
      75,
      "18",
      "CENAPRED",
      "inKind",
      ["Aulas del CENAPRED", "国立防災センターの研修室", "Classrooms of CENAPRED"],
    ],
    [
      "instruction",
      165,
      "40",
      "MX-CUSTOMS",
      "inKind",
      ["Instrucción de los talleres de otoño", "秋のワークショップの講義", "Instruction of the autumn workshops"],
    ],
    [
      "interpretation",
      165,
      "6",
      "JP-CUSTOMS",
      "inKind",
      ["Interpretación de los talleres en Japón", "日本での通訳", "Interpretation of the workshops in Japan"],
    ],
  ],
};

/** What the others were worth in pesos, so many days after the programme's first day. */
export const demoExchange: [currency: Currency, after: number, rate: string][] = [
  ["JPY", 0, "0.126"],
  ["JPY", 150, "0.1215"],
  ["USD", 0, "18.42"],
];
