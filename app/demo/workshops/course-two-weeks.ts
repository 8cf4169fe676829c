import type { ClockTime } from "#app/time/wall-time.ts";
import type { SessionKind } from "#app/timetable/kinds.ts";
import { firstWeek } from "./course-first-week.ts";
import type { Staffing } from "./course-row.ts";
import { secondWeek } from "./course-second-week.ts";
import type { DemoPlace, Title } from "./workshop-content.ts";

/** A session of the course: its working day from 0, its times there, where it is held and who is in it. */
type CourseSession = {
  day: number;
  from: ClockTime;
  to: ClockTime;
  kind: SessionKind;
  /** Null on the way from one venue to the other. */
  place: DemoPlace | null;
  /** From 0; null where it leads to none. */
  module: number | null;
  title: Title;
  staff: Staffing;
};

export const courseTexts = {
  title: [
    "Gestión de riesgos en la frontera: de la información a la inspección",
    "国境におけるリスク管理：情報分析から検査まで",
    "Risk management at the border: from information to inspection",
  ],
  summary: [
    "Una semana sobre información y selección; otra con dos días en la Aduana de Nuevo Laredo y planes de acción.",
    "第1週は情報分析と対象の選定、第2週はヌエボ・ラレド税関の視察（2日間）とアクションプランです。",
    "One week on information and selection; one with two days at Nuevo Laredo Customs, and action plans.",
  ],
  requirements: [
    "Dos años en análisis de riesgos o inspección. Traiga un informe inicial de su área.",
    "リスク分析または検査業務に2年以上従事していること。所属部署のインセプションレポートを持参してください。",
    "Two years in risk analysis or inspection. Bring an inception report of your unit.",
  ],
} as const satisfies Record<string, Title>;

type CourseModule = { title: Title; objective: Title; indicator: Title };
export const courseModules: CourseModule[] = [
  {
    title: ["Información y perfiles", "情報分析とプロファイリング", "Information and profiles"],
    objective: [
      "Reunir información y seleccionar envíos con criterios que se puedan explicar.",
      "情報を収集し、説明できる基準で検査対象を選定できるようになる。",
      "Gather information, and select consignments by criteria that can be explained.",
    ],
    indicator: [
      "Cada participante presenta un perfil con sus fuentes.",
      "各参加者が、情報源を示したプロファイルを1件発表する。",
      "Each participant presents one profile with its sources.",
    ],
  },
  {
    title: ["Inspección y plan de acción", "検査とアクションプラン", "Inspection and action plan"],
    objective: [
      "Observar la inspección en un puente de carga y llevar lo aprendido a la propia institución.",
      "貨物用国境橋での検査を視察し、学んだことを自らの機関で実践に移す計画を立てる。",
      "Observe inspection at a cargo bridge, and take what was learnt home.",
    ],
    indicator: [
      "Cada institución presenta un plan con fechas y responsables.",
      "各機関が、期限と担当者を定めたアクションプランを発表する。",
      "Each institution presents a plan with dates and names.",
    ],
  },
];

export const courseSessions: CourseSession[] = [...firstWeek, ...secondWeek].map(
  ([when, kind, place, module, staff, ...title]) => {
    const [, day, from, to] = /^(\d+) (.{5})-(.{5})$/.exec(when) as unknown as [string, string, ClockTime, ClockTime];
    return { day: Number(day), from, to, kind, place, module, title, staff };
  },
);
