/** What a nominee of the demo answers, by the keys of the standard form. */
export const demoAnswers: Record<string, Record<string, string>> = {
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
};

/** What they declare: all that is required. */
export const demoDeclarations = ["true", "rules", "stay", "ended", "materials", "privacy"];
