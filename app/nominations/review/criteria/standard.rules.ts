type Words = Record<"es" | "ja" | "en", string>;
type Standard = { weight: number | null; name: Words; lowest: Words; highest: Words };

/** Marks from 0 to 4, 60 points at least, and a third reviewer where two differ by more than 20. */
export const standardPlan = { scale: 4, minimum: 60, mostDifference: 20 } as const;

const none: Words = { es: "", ja: "", en: "" };

const check = (es: string, ja: string, en: string): Standard => ({
  ...{ weight: null, lowest: none, highest: none },
  name: { es, ja, en },
});

/** What is offered to every workshop: questions first, then criteria with what the lowest and the highest mark mean. */
export const standardCriteria: readonly Standard[] = [
  check(
    "Postulación oficial con oficio firmado",
    "署名のある推薦状により正式に推薦されている",
    "Officially nominated with a signed letter",
  ),
  check(
    "Trabaja actualmente en la materia del taller",
    "現在、ワークショップの分野の業務に従事している",
    "Works in the field of the workshop at present",
  ),
  check(
    "Seguirá en su institución después del taller",
    "ワークショップ後も所属機関で勤務を続ける予定である",
    "Will stay with their institution after the workshop",
  ),
  {
    weight: 30,
    name: {
      es: "Relación de sus funciones con el tema",
      ja: "業務とテーマとの関連",
      en: "Duties match the theme",
    },
    lowest: { es: "Sin relación con el tema", ja: "テーマとの関連がない", en: "No relation to the theme" },
    highest: {
      es: "Realiza este trabajo cada semana y lo hará los próximos dos años",
      ja: "毎週この業務に従事しており、今後2年間も従事する",
      en: "Does this work every week, and will for two years",
    },
  },
  {
    weight: 25,
    name: {
      es: "Uso que la institución dará a lo aprendido",
      ja: "所属機関による成果の活用計画",
      en: "Use planned by the institution",
    },
    lowest: { es: "No se menciona ningún uso", ja: "活用についての記載がない", en: "No use is named" },
    highest: {
      es: "Nombra el problema, la medida, la fecha y la persona responsable",
      ja: "課題、対策、時期及び担当者が示されている",
      en: "Problem, measure, date and person are named",
    },
  },
  {
    weight: 15,
    name: { es: "Experiencia en la materia", ja: "当該分野での経験", en: "Experience in the field" },
    lowest: { es: "Sin experiencia", ja: "経験なし", en: "None" },
    highest: { es: "5 años o más", ja: "5年以上", en: "5 years or more" },
  },
  {
    weight: 15,
    name: { es: "Idioma del taller", ja: "ワークショップの使用言語", en: "Language of the workshop" },
    lowest: { es: "No lo domina", ja: "業務で使えない", en: "Cannot work in it" },
    highest: {
      es: "Dominio comprobado con certificado o entrevista",
      ja: "証明書又は面接により能力を確認済み",
      en: "Shown by a certificate or an interview",
    },
  },
  {
    weight: 15,
    name: {
      es: "Capacidad de transmitir lo aprendido",
      ja: "学んだことを広める力",
      en: "Power to pass it on",
    },
    lowest: { es: "No forma ni dirige a nadie", ja: "指導する立場にない", en: "Neither trains nor leads anybody" },
    highest: {
      es: "Forma a otras personas o dirige una unidad, con un plan concreto",
      ja: "指導者又は部署の長であり、具体的な計画がある",
      en: "A trainer or head of unit with a named plan",
    },
  },
];
