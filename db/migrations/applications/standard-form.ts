import { choice, declarations, question, section, texts } from "./words.ts";

const posts = [
  choice("operative", "Operativo", "実務担当", "Operational staff"),
  choice("specialist", "Enlace o especialista", "専門職", "Specialist"),
  choice("middle", "Mando medio (jefatura o subdirección)", "課長補佐・係長級", "Middle management"),
  choice("senior", "Mando superior (dirección o superior)", "課長級以上", "Senior management"),
];

const degrees = [
  choice("secondary", "Bachillerato o equivalente", "高等学校", "Secondary school"),
  choice("technical", "Carrera técnica", "短期大学・専門学校", "Technical degree"),
  choice("bachelor", "Licenciatura", "大学（学士）", "Bachelor's degree"),
  choice("master", "Maestría o especialidad", "大学院（修士）", "Master's degree"),
  choice("doctor", "Doctorado", "大学院（博士）", "Doctorate"),
];

const levels = [
  choice("none", "Ninguno", "できない", "None"),
  choice("basic", "Básico", "初級", "Basic"),
  choice("good", "Intermedio", "中級", "Good"),
  choice("fluent", "Avanzado", "上級", "Fluent"),
];

/** The form that a programme may begin with: what is needed to choose somebody, nothing of health or passport. */
export const standardForm = {
  title: texts("Formulario de postulación estándar", "標準応募様式", "Standard application form"),
  sections: [
    section("post", texts("Puesto actual", "現在の職務", "Current post"), [
      question("post", "shortText", texts("Puesto", "役職", "Post"), { from: "post" }),
      question("unit", "shortText", texts("Área o unidad administrativa", "所属部署", "Department or unit")),
      question("level", "oneOf", texts("Nivel del puesto", "職位", "Level of the post"), { choices: posts }),
      question("postSince", "date", texts("En el puesto desde", "現職への就任日", "In this post since")),
      question("institutionSince", "date", texts("En la institución desde", "入庁日", "In the institution since"), {
        isRequired: false,
      }),
      question("duties", "longText", texts("Funciones que desempeña", "担当業務", "Duties"), {
        hint: texts(
          "Lo que hace cada semana en relación con el tema del taller.",
          "ワークショップのテーマに関わる日常の業務をご記入ください。",
          "What you do every week that concerns the workshop's subject.",
        ),
      }),
      question(
        "military",
        "yesNo",
        texts(
          "¿Presta servicio actualmente en las fuerzas armadas?",
          "現在、軍務に就いていますか。",
          "Are you serving in the armed forces at present?",
        ),
        {
          hint: texts(
            "La respuesta no excluye a nadie: algunas fuentes de financiamiento preguntan por ello.",
            "回答だけで応募資格を失うことはありません。経費負担機関の照会に備えるものです。",
            "The answer excludes nobody: some funders ask for it.",
          ),
        },
      ),
    ]),
    section("education", texts("Estudios", "学歴", "Education"), [
      question("degree", "oneOf", texts("Último grado obtenido", "最終学歴", "Highest degree"), { choices: degrees }),
      question("subject", "shortText", texts("Carrera o especialidad", "専攻", "Subject")),
      question("school", "shortText", texts("Institución educativa y país", "学校名と国名", "School and country")),
      question("degreeYear", "number", texts("Año en que lo obtuvo", "取得した年（西暦）", "Year obtained"), {
        isRequired: false,
        least: 1950,
        most: 2100,
      }),
    ]),
    section(
      "languages",
      texts("Idiomas", "語学力", "Languages"),
      [
        question("motherTongue", "shortText", texts("Lengua materna", "母語", "Mother tongue")),
        question(
          "courseLanguage",
          "shortText",
          texts("Otro idioma de trabajo", "業務で使う外国語", "Working language"),
          {
            hint: texts(
              "El que usaría en el taller, si no es su lengua materna.",
              "ワークショップで使う母語以外の言語をご記入ください。",
              "The one that you would use in the workshop, if it is not your mother tongue.",
            ),
            isRequired: false,
          },
        ),
        ...(
          [
            ["listening", "Comprensión auditiva", "聞く", "Listening"],
            ["speaking", "Expresión oral", "話す", "Speaking"],
            ["reading", "Lectura", "読む", "Reading"],
            ["writing", "Redacción", "書く", "Writing"],
          ] as const
        ).map(([key, es, ja, en]) => question(key, "oneOf", texts(es, ja, en), { choices: levels, isRequired: false })),
        question(
          "languageCertificate",
          "shortText",
          texts(
            "Certificado de idioma, puntaje y fecha",
            "語学試験の名称・得点・取得日",
            "Certificate, score and date",
          ),
          { isRequired: false },
        ),
      ],
      texts(
        "El nivel se refiere al otro idioma de trabajo.",
        "四つの技能は、業務で使う外国語についてお答えください。",
        "The levels are those of your other working language.",
      ),
    ),
    section("experience", texts("Experiencia", "経験", "Experience"), [
      question("years", "number", texts("Años de experiencia en el tema", "関連業務の経験年数", "Years in the field"), {
        least: 0,
        most: 60,
      }),
      question("experience", "longText", texts("Experiencia pertinente", "関連する経験", "Relevant experience")),
      question(
        "trainedAbroad",
        "yesNo",
        texts(
          "¿Ha recibido capacitación en el extranjero?",
          "国外で研修を受けたことがありますか。",
          "Have you been trained abroad before?",
        ),
      ),
      question("trainings", "longText", texts("Capacitaciones anteriores", "過去の研修", "Earlier training"), {
        isRequired: false,
        hint: texts(
          "Institución, país, año, tema y si la pagó JICA o AMEXCID; un renglón por cada una.",
          "研修ごとに1行で、機関、国、年、テーマ、JICA又はAMEXCIDの経費負担の有無をご記入ください。",
          "Institution, country, year, subject, and whether JICA or AMEXCID paid for it; a line each.",
        ),
      }),
    ]),
    section("purpose", texts("Propósito", "応募の目的", "Purpose"), [
      question(
        "problem",
        "longText",
        texts(
          "Problema de su trabajo que el taller ayudaría a resolver",
          "解決したい業務上の課題",
          "Problem to be solved",
        ),
      ),
      question("goal", "longText", texts("Lo que espera aprender", "学びたいこと", "What you hope to learn")),
      question("topic", "longText", texts("Tema de mayor interés", "最も関心のあるテーマ", "Topic of most interest"), {
        isRequired: false,
      }),
    ]),
    section("afterwards", texts("Después del taller", "研修後の計画", "After the workshop"), [
      question(
        "plan",
        "longText",
        texts("Qué hará con lo aprendido", "研修の成果の活用計画", "What you will do with it"),
        {
          hint: texts(
            "Qué medida, cuándo y con quién.",
            "実施する取組、時期、関係者を具体的にご記入ください。",
            "Which measure, when and with whom.",
          ),
        },
      ),
      question("audience", "severalOf", texts("A quién lo transmitirá", "成果の共有先", "Whom you will teach"), {
        choices: [
          choice("team", "Mi equipo", "所属部署の職員", "My team"),
          choice("offices", "Otras oficinas de mi institución", "組織内の他部署", "Other offices of my institution"),
          choice("school", "Centro de capacitación", "研修所", "A training centre"),
          choice("others", "Otras instituciones", "他の機関", "Other institutions"),
        ],
      }),
      question(
        "stays",
        "yesNo",
        texts(
          "¿Prevé seguir en un puesto relacionado durante dos años?",
          "今後2年間、関連業務に従事する予定ですか。",
          "Do you expect to work in this field for two more years?",
        ),
      ),
    ]),
  ],
  declarations,
};
