type DemoAnswers = Record<string, Record<string, string>>;

/** What a nominee of the demo from Mexico answers, by the keys of the standard form. */
export const demoAnswers: DemoAnswers = {
  post: {
    post: "Jefatura de Departamento",
    unit: "Dirección de Valoración Aduanera",
    level: "middle",
    postSince: "2022-03-16",
    institutionSince: "2014-09-01",
    duties:
      "Revisa cada semana los expedientes de valoración del despacho y orienta a las aduanas sobre los " +
      "documentos que deben pedir.",
    military: "no",
  },
  education: {
    degree: "bachelor",
    subject: "Comercio internacional",
    school: "Universidad Nacional Autónoma de México, México",
    degreeYear: "2013",
  },
  languages: {
    motherTongue: "Español",
    courseLanguage: "Inglés",
    listening: "good",
    speaking: "good",
    reading: "fluent",
    writing: "good",
    languageCertificate: "TOEFL iBT, 92 puntos, mayo de 2024",
  },
  experience: {
    years: "9",
    experience: "Cinco años en el despacho y cuatro en valoración. Elaboró la guía interna de precios.",
    trainedAbroad: "no",
    trainings: "",
  },
  purpose: {
    problem: "Las aduanas resuelven de manera distinta los mismos casos de subvaluación.",
    goal: "Conocer cómo se reúnen y comparten los indicios de subvaluación entre oficinas.",
    topic: "El intercambio de información con las aduanas de origen.",
  },
  afterwards: {
    plan: "En tres meses, una lista de verificación común para cinco aduanas, con las jefaturas de despacho.",
    audience: "team\noffices",
    stays: "yes",
  },
  needs: { food: "noShellfish", foodNote: "", access: "Material impreso en letra grande." },
  emergency: {
    contactName: "Rosa Elena Ávila",
    contactRelation: "Hermana",
    contactPhone: "+52 55 0000 1234",
    contactEmail: "rosa@familia.example",
    contactLanguage: "Español",
  },
};

/** The same of one from Japan. */
export const demoAnswersOfJapan: DemoAnswers = {
  post: {
    post: "上席調査官",
    unit: "調査部門（輸入価格の審査を担当）",
    level: "specialist",
    postSince: "2021-07-01",
    institutionSince: "2012-04-01",
    duties: "毎週、輸入申告の価格に関する資料を確認し、疑義のある案件について関係部署と協議しています。",
    military: "no",
  },
  education: { degree: "bachelor", subject: "法学", school: "横浜国立大学（日本）", degreeYear: "2012" },
  languages: {
    motherTongue: "日本語",
    courseLanguage: "英語",
    listening: "good",
    speaking: "basic",
    reading: "good",
    writing: "good",
    languageCertificate: "TOEIC L&R 815点（2025年3月）",
  },
  experience: {
    years: "8",
    experience: "通関審査に3年、事後調査に5年従事しました。部内の価格情報の手引を改訂しました。",
    trainedAbroad: "yes",
    trainings: "タイ税関、タイ、2022年、書類の真正性の確認、JICAの経費負担あり",
  },
  purpose: {
    problem: "低価申告が疑われる案件について、相手国への照会に時間がかかっています。",
    goal: "メキシコの税関における価格情報の集め方と、関係機関との共有の仕組みを学びたいと考えています。",
    topic: "原産国の税関との情報交換",
  },
  afterwards: {
    plan: "帰国後3か月以内に照会票の様式を見直し、半年以内に部内研修を2回実施します。",
    audience: "team\nschool",
    stays: "yes",
  },
  needs: { food: "noPork\nnoBeef", foodNote: "そば", access: "" },
  emergency: {
    contactName: "岡本 由紀子",
    contactRelation: "配偶者",
    contactPhone: "+81 3 0000 5678",
    contactEmail: "yukiko@kazoku.example",
    contactLanguage: "日本語、英語",
  },
};

/** What they declare: all that is required. */
export const demoDeclarations = ["true", "rules", "stay", "ended", "materials", "privacy", "sealed"];
