import type { PaperKind } from "#app/desk/papers/options.ts";
import type { PaperData } from "#app/desk/papers/paper-source.ts";
import { rowCode } from "#app/desk/papers/people/row-code.rules.ts";
import type { Spoken } from "#app/desk/papers/spoken.ts";
import { kindShapes } from "#app/timetable/kind-shapes.ts";

const es = (text: string): Spoken => ({ text, lang: "es" });
const ja = (text: string): Spoken => ({ text, lang: "ja" });
const en = (text: string): Spoken => ({ text, lang: "en" });
const in3 = (a: string, b: string, c: string) => [es(a), ja(b), en(c)];

/** As long as our forms allow. */
const repeated = (words: string, length: number) =>
  words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim();

/** Names in the scripts that people have confirmed, from the shortest to the longest that a form takes. */
export const names: Spoken[][] = [
  [es("Li")],
  [es("Ximena Ordóñez Peña"), ja("シメナ・オルドニェス")],
  [ja("髙橋 遼"), es("TAKAHASHI Ryō"), ja("タカハシ リョウ")],
  [ja("𠮷川 﨑男"), es("YOSHIKAWA Sakio"), ja("ヨシカワ サキオ")],
  [es("María Guadalupe de la Concepción Fernández-Villaseñor y Montemayor de la Garza"), ja("マリア・グアダルーペ")],
  [es(repeated("Montemayor-Villaseñor de la Garza ", 100)), ja(repeated("グアダルーペ・", 100)), es("x")],
  [es(repeated("Wolfeschlegelsteinhausenbergerdorff", 100)), ja(repeated("寿限無五劫の擦り切れ", 80))],
  [ja(repeated("寿限無五劫の擦り切れ", 100)), es(repeated("JUGEMU Gokō ", 100)), ja(repeated("ジュゲム", 100))],
  [es(repeated("WWWW ", 100)), es("Ågot Þórsdóttir Čapek")],
];
const institutions = [
  in3("SAT", "国税庁", "Tax Administration"),
  in3(
    repeated("Agencia Nacional de Aduanas de México y de Cooperación Internacional ", 160),
    repeated("メキシコ国家税関庁及び国際開発協力庁", 160),
    repeated("National Customs Agency of Mexico and of International Cooperation ", 160),
  ),
];
const title = in3("Autenticidad documental en aduanas", "税関における書類の真正性", "Document authenticity in customs");
const longTitle = institutions[1] as Spoken[];
const post = [es(repeated("Subdirectora de Verificación de Mercancías y Análisis de Riesgos ", 160))];

const people = (isLong: boolean) =>
  names.map((own, i) => ({
    ...{ code: rowCode(i + 1), number: String(i + 1), names: own },
    place: [institutions[isLong ? i % 2 : 0]?.slice(0, 1), isLong ? post : [es("Vista")]],
    institution: institutions[isLong ? i % 2 : 0],
    country: in3("México", "メキシコ", "Mexico"),
  }));

type Rest = { size: "a4" | "letter"; isLong: boolean };
const head = ({ size, isLong }: Rest) => ({
  ...{ title: "Papel · MJ-2026-03", size, workshop: { code: "MJ-2026-03", title: isLong ? longTitle : title } },
  kind: in3("Lista de asistencia", "署名簿", "Attendance sheet"),
});
const label = in3("Institución y cargo", "所属・役職", "Institution and post");
const short = in3("N.º", "番号", "No.");
const labels = {
  ...{ number: short, code: short, name: label, place: label, country: short, state: label, signature: label },
  ...{ instructor: label, keeper: label, when: label, what: label, kind: label, room: label },
};

const sheet = (columns: number, isLong: boolean) => ({
  ...{ what: isLong ? longTitle : title, when: columns === 1 ? title : [], blank: 3 },
  ...{ time: columns === 1 ? es("09:00–11:30") : null, line: [es("Tokio (UTC+9)"), ...(isLong ? longTitle : title)] },
  columns: Array.from({ length: columns }, () => [
    [es("09:00–11:30")],
    [es(`2. ${(isLong ? longTitle : title)[0]?.text}`)],
  ]),
});

const session = (number: number, isLong: boolean, [from, to]: [number, number]) => ({
  ...{ number: String(number), kind: "practice", time: "09:00–11:30", title: isLong ? longTitle : title },
  ...{ room: [es(isLong ? repeated("Sala de usos múltiples ", 120) : "Aula 2")], from, to, lane: 0, lanes: 1 },
  ...{ staff: [es(isLong ? repeated("Nombre y apellidos ", 120) : "Ana Ruiz (ANAM)")] },
  ...{ day: [es("miércoles 23 de septiembre de 2026")], kindName: in3("Práctica", "実習", "Practice") },
});

const week = (isLong: boolean) => {
  const name = in3("miércoles 23 de septiembre", "9月23日（水）", "Wednesday 23 September");
  const spans: [number, number][] = [
    [540, 555],
    [560, 600],
    [600, 690],
    [900, 1080],
    [1320, 1500],
  ];
  const blocks = spans.map((span, i) => session(i + 1, isLong, span));
  const clock = (city: string, offset: string) => ({ city: es(city), offset });
  return {
    ...{
      period: title,
      fromHour: 9,
      toHour: 25,
      days: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ name, blocks: day === 3 ? [] : blocks })),
    },
    clocks: { here: clock("Ciudad de México", "UTC−6"), there: clock("Tokio", "UTC+9"), ahead: 900 },
  };
};

/** Everything that a paper may be asked to hold, by its kind. */
export const paperExamples: Record<PaperKind, (rest: Rest) => PaperData> = {
  "sign-in": (rest) => ({
    ...head(rest),
    ...{ rows: people(rest.isLong), sheets: [sheet(1, rest.isLong), sheet(5, rest.isLong)], labels },
    notice: title,
  }),
  participants: (rest) => ({
    ...head(rest),
    ...{ facts: title, labels },
    rows: people(rest.isLong).map(({ institution = [], country, ...row }) => ({
      ...row,
      place: [institution.slice(0, 1), institution.slice(1), ...row.place.slice(1)],
      country: country.map((text) => [text]),
      state: title.map((text) => [text]),
    })),
  }),
  badges: (rest) => cards(rest),
  signs: (rest) => cards(rest),
  timetable: (rest) => ({
    ...head(rest),
    ...{ version: title, place: title, weeks: [week(rest.isLong)], labels, shapes: kindShapes },
    sessions: [1, 2, 3].map((number) => session(number, rest.isLong, [540, 600])),
    kinds: [{ kind: "practice", name: in3("Práctica", "実習", "Practice") }],
  }),
};

const cards = ({ size, isLong }: Rest): PaperData => ({
  ...{ title: "Gafetes", size, letters: "large", event: isLong ? longTitle : title },
  cards: people(isLong).map(({ names, institution, country }) => ({ names, country, place: institution })),
});
