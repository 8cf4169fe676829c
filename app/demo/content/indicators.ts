import type { Level, Measure } from "#app/programmes/indicators/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { ProgrammeCode } from "./programmes.ts";

type Three = [es: string, ja: string, en: string];
/** A day, or so many days after the programme's first. */
type When = LocalDate | number;

export type DemoIndicator = {
  code: string;
  level: Level;
  measure: Measure;
  baseline: string;
  name: Three;
  definition?: Three;
  unit?: Three;
  verification: Three;
  targets: [when: When, value: string][];
  /** What was measured, so many days before now. */
  values?: [daysAgo: number, value: string, note?: string][];
  /** What the targets were at first, and why they are others now. */
  former?: { targets: [when: When, value: string][]; reason: string };
};

const people: Three = ["personas", "人", "people"];
const register: Three = ["Registro de asistencia de Puente", "Puenteの出席記録", "Puente’s attendance record"];

/** The programme of 2017 is over; the other one has begun some months ago. */
export const demoIndicators: Record<ProgrammeCode, DemoIndicator[]> = {
  "MJ-CUSTOMS": [
    {
      code: "P1",
      level: "purpose",
      measure: "typed",
      baseline: "0",
      name: [
        "Procedimientos de revisión que aplican lo aprendido",
        "研修内容を取り入れた審査手順",
        "Inspection procedures that apply what was learnt",
      ],
      unit: ["procedimientos", "件", "procedures"],
      verification: [
        "Informe de seguimiento de la Aduana de Japón",
        "日本税関のフォローアップ報告書",
        "Follow-up report of Japan Customs",
      ],
      targets: [["2018-03-31", "2"]],
      values: [[3_000, "2"]],
    },
    {
      code: "R1",
      level: "output",
      measure: "workshops",
      baseline: "0",
      name: ["Talleres impartidos", "実施したワークショップ", "Workshops held"],
      unit: ["talleres", "回", "workshops"],
      verification: register,
      targets: [["2018-03-31", "1"]],
    },
    {
      code: "R2",
      level: "output",
      measure: "certificates",
      baseline: "0",
      name: ["Personas con constancia", "修了証書を受けた人", "People with a certificate"],
      unit: people,
      verification: ["Registro de constancias", "修了証書の記録", "Register of certificates"],
      targets: [["2018-03-31", "4"]],
    },
  ],
  "MJ-BORDERS": [
    {
      code: "F1",
      level: "goal",
      measure: "typed",
      baseline: "42",
      name: [
        "Días que tarda en atenderse una alerta entre ambos países",
        "両国間で警報に対応するまでの日数",
        "Days until an alert between the two countries is dealt with",
      ],
      definition: [
        "Promedio trimestral de los días entre el aviso y la respuesta. La meta es menor que la línea base.",
        "通報から回答までの日数の四半期平均です。目標値は基準値より小さくなります。",
        "Quarterly mean of the days between notice and answer. The target is lower than the baseline.",
      ],
      unit: ["días", "日", "days"],
      verification: [
        "Bitácora de intercambio de información",
        "情報交換の記録簿",
        "Log of the exchange of information",
      ],
      targets: [
        [365, "30"],
        [730, "20"],
        [1_094, "10"],
      ],
      values: [
        [200, "39.5"],
        [110, "35"],
        [30, "30.5", "Promedio del último trimestre"],
      ],
    },
    {
      code: "P1",
      level: "purpose",
      measure: "typed",
      baseline: "0",
      name: [
        "Planes de acción con al menos una medida aplicada",
        "1つ以上の取組を実施したアクションプラン",
        "Action plans with at least one measure carried out",
      ],
      unit: ["planes", "件", "plans"],
      verification: ["Cuestionario a los seis meses", "6か月後の質問票", "Questionnaire after six months"],
      targets: [
        [365, "15"],
        [1_094, "60"],
      ],
      values: [[20, "4"]],
    },
    {
      code: "P2",
      level: "purpose",
      measure: "womenShare",
      baseline: "30",
      name: ["Mujeres entre los asistentes", "出席者に占める女性の割合", "Women among those who attended"],
      verification: register,
      targets: [[1_094, "45"]],
    },
    {
      code: "R1",
      level: "output",
      measure: "people",
      baseline: "0",
      name: ["Personas capacitadas", "研修を受けた人", "People trained"],
      unit: people,
      verification: register,
      targets: [
        [365, "60"],
        [730, "120"],
        [1_094, "180"],
      ],
      former: {
        targets: [[1_094, "150"]],
        reason: "El comité conjunto acordó metas anuales y amplió el total a 180 personas.",
      },
    },
    {
      code: "R2",
      level: "output",
      measure: "attendance",
      baseline: "75",
      name: ["Porcentaje de asistencia", "出席率", "Attendance rate"],
      verification: register,
      targets: [[1_094, "90"]],
    },
    {
      code: "R3",
      level: "output",
      measure: "personHours",
      baseline: "0",
      name: ["Horas-persona de capacitación", "延べ研修時間", "Person-hours of training"],
      unit: ["horas-persona", "時間", "person-hours"],
      verification: register,
      targets: [
        [365, "1000"],
        [1_094, "3000"],
      ],
    },
  ],
};
