/** The themes of the agreement of 2017, by the same ids in every database. One that has such a theme already keeps its own. */
const themes = [
  {
    id: "01a20ada-2c00-7000-8000-000000000001",
    code: "undervaluation",
    es: "Subvaluación",
    ja: "低価申告（アンダーバリュー）",
    en: "Undervaluation",
  },
  {
    id: "01a20ada-2c00-7000-8000-000000000002",
    code: "document-authenticity",
    es: "Autenticidad documental",
    ja: "書類の真正性",
    en: "Document authenticity",
  },
  {
    id: "01a20ada-2c00-7000-8000-000000000003",
    code: "information-exchange",
    es: "Intercambio de información",
    ja: "情報交換",
    en: "Information exchange",
  },
  { id: "01a20ada-2c00-7000-8000-000000000004", code: "seizures", es: "Decomisos", ja: "差押え・摘発", en: "Seizures" },
  {
    id: "01a20ada-2c00-7000-8000-000000000005",
    code: "detection-concealment",
    es: "Detección y métodos de ocultamiento",
    ja: "発見・隠匿手口",
    en: "Detection and concealment methods",
  },
];

export const statements = (): string[] =>
  themes.flatMap(({ id, code, es, ja, en }, index) => [
    `insert into theme (id, code, position) values ('${id}', '${code}', ${index + 1}) on conflict (code) do nothing`,
    ...Object.entries({ es, ja, en }).map(
      ([locale, name]) =>
        `insert into theme_text (theme_id, locale, name) select id, '${locale}', '${name}' from theme where code = '${code}'
          on conflict (theme_id, locale) do nothing`,
    ),
  ]);
