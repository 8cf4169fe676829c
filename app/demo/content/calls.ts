/** What the demo's calls say, in three languages. */
export const demoCall = {
  "aim.es":
    "Que las personas participantes apliquen en su puesto lo que aprendan y lo compartan con su " +
    "área.\n\nAl terminar, cada una presenta un plan de acción con medidas, plazos y " +
    "responsables.",
  "aim.ja":
    "参加者が学んだことを職場で実践し、所属部署に広めることを目的とします。\n\n修了時に、措置、" +
    "期限、担当者を定めた行動計画を発表します。",
  "aim.en":
    "That participants put to use what they learn, and share it with their unit.\n\nAt the end " +
    "each presents an action plan with measures, dates and names.",
  "who.es":
    "Las instituciones convocadas postulan por medio de su enlace institucional. Firma el oficio " +
    "la persona titular del área.",
  "who.ja": "募集の対象となる機関が、担当窓口を通じて推薦します。推薦状には所属長が署名します。",
  "who.en":
    "The institutions invited nominate through their focal point. The head of the department " + "signs the letter.",
  "requirements.es":
    "Al menos dos años de experiencia en el tema.\nPermanecer en el puesto al menos un año " +
    "después del taller.\nNo se requiere dominar otro idioma: hay interpretación.",
  "requirements.ja":
    "当該分野で2年以上の実務経験があること。\n修了後1年以上、現在の職務を続ける見込みであること。" +
    "\n通訳が付くため、ほかの言語の能力は問いません。",
  "requirements.en":
    "At least two years of experience in the field.\nStaying in the post for a year after the " +
    "workshop.\nNo other language is needed: there is interpretation.",
  "how.es":
    "1. Registre a las personas en orden de prioridad.\n2. Agregue el oficio firmado en PDF.\n3. " +
    "Envíe las postulaciones antes del cierre.",
  "how.ja":
    "1. 優先順位の順に候補者を登録してください。\n2. 署名済みの推薦状（PDF）を追加してください。" +
    "\n3. 締切までに推薦を送信してください。",
  "how.en":
    "1. Enter the people in order of priority.\n2. Add the signed letter as a PDF.\n3. Send the " +
    "nominations before the call closes.",
} as const;

export const demoLetter = {
  signatory: "Leonor Salcedo Duarte",
  signatoryPost: "Directora General de Modernización Aduanera",
  title: "Oficio de postulación",
} as const;

/** What coordinators have written while they selected. */
export const demoSelection = {
  returned: "Falta indicar el puesto actual de la persona postulada.",
  note: "Comparar con la próxima edición.",
};

/** What reviewers have written, each in their own language. */
export const demoReview = {
  notes: [
    "Su unidad aplica este procedimiento cada semana, según el oficio.",
    "El oficio nombra la medida, la fecha y a la persona responsable.",
    "推薦状によると、関連業務に5年以上従事している。",
  ],
  self: "Trabajamos juntas en un proyecto durante el último año.",
} as const;
