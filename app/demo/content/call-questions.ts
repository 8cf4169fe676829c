/** What a workshop of the demo asks of its nominees beside the form, in three languages. */
export const demoQuestions = [
  {
    "label.es": "¿Qué expediente o procedimiento de su área quiere revisar durante el taller?",
    "label.ja": "ワークショップで取り上げたい、所属部署の案件または手続をご記入ください。",
    "label.en": "Which case or procedure of your unit do you want to work on during the workshop?",
    kind: "longText",
    required: "1",
  },
  {
    "label.es": "¿Cuántas personas de su área aplicarán lo que usted aprenda?",
    "label.ja": "学んだことを活用する所属部署の人数をお選びください。",
    "label.en": "How many people of your unit will use what you learn?",
    kind: "oneOf",
    required: "1",
    "options.es": "De 1 a 5\nDe 6 a 20\nMás de 20",
    "options.ja": "1〜5人\n6〜20人\n21人以上",
    "options.en": "1 to 5\n6 to 20\nMore than 20",
  },
  {
    "label.es": "¿Puede asistir a la sesión informativa en línea, dos semanas antes del taller?",
    "label.ja": "2週間前に行うオンライン説明会に参加できますか。",
    "label.en": "Can you attend the online briefing two weeks before the workshop?",
    kind: "yesNo",
  },
] as const;

/** What nominees answer, by the numbers of these questions: from Mexico, and from Japan. */
export const demoOwnAnswers = {
  es: [
    "La revisión posterior de declaraciones de valor con vinculación entre las partes: hoy cada aduana la hace de " +
      "manera distinta.",
    "2",
    "yes",
  ],
  ja: ["関連者間取引の事後調査の手続。税関ごとに進め方が異なっているため。", "2", "yes"],
} as const;
