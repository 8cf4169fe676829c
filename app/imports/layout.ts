import { fold } from "#app/i18n/fold.ts";
import { locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";

/** What a list of people may tell, in the order of the layout that the page offers. */
export const importColumns = [
  "familyName",
  "secondSurname",
  "givenName",
  "nativeName",
  "kana",
  "latinName",
  "email",
  "institution",
  "post",
  "postLevel",
  "country",
  "sex",
  "locale",
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What others call these columns, beside our own words in three languages. */
const otherNames: Record<ImportColumn, string> = {
  familyName: "apellido|apellido paterno|primer apellido|apellidos|surname|last name|family name|姓|氏|名字",
  secondSurname: "apellido materno|segundo apellido|second surname|第二姓",
  givenName: "nombre|nombres|nombre de pila|given name|given names|first name|名|名前",
  nativeName: "nombre completo|full name|name|氏名|漢字氏名|氏名漢字|nombre en su escritura",
  kana: "kana|furigana|フリガナ|ふりがな|カナ|氏名カナ|カナ氏名|よみがな|よみ|lectura|lectura en kana",
  latinName:
    "ローマ字|ローマ字氏名|英字氏名|passport name|nombre del pasaporte|romaji|roman name|name in roman letters",
  email: "correo|correo electronico|e mail|mail|email|email address|メール|メールアドレス|電子メール|eメール",
  institution:
    "institucion|dependencia|organismo|adscripcion|institution|organization|organisation|所属|所属機関|機関|機関名|所属先",
  post: "cargo|puesto|post|position|job title|title|役職|職名|肩書",
  postLevel: "nivel|nivel del cargo|nivel de puesto|level|level of the post|職位|役職区分",
  country: "pais|country|国|国名",
  sex: "sexo|sex|gender|genero|性別",
  locale: "idioma|language|言語|使用言語",
};

/** A heading as it is compared: without case, accents, signs and what stands in brackets. */
const headingKey = (text: string) =>
  fold(text)
    .replace(/[（(［[].*?[）)\]］]/g, " ")
    .replace(/[*＊:：.．・_/-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Each heading that is understood, in any of our languages. */
function knownHeadings(): Map<string, ImportColumn> {
  const known = new Map<string, ImportColumn>();
  for (const column of importColumns) {
    const ours = locales.map((locale) => translator(locale)(`import:column.${column}`));
    for (const name of [...ours, ...otherNames[column].split("|")]) {
      const key = headingKey(name);
      if (!known.has(key)) known.set(key, column);
    }
  }
  return known;
}

export type ListLayout = {
  /** Where each column stands, from 0. */
  columns: Partial<Record<ImportColumn, number>>;
  /** Headings that say nothing that we keep. */
  ignored: string[];
};

/** What the cells of a row are headings of; null where the row is none of headings: it names nobody. */
export function layoutOf(cells: readonly string[]): ListLayout | null {
  const known = knownHeadings();
  const columns: ListLayout["columns"] = {};
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const column = known.get(headingKey(cell));
    if (column !== undefined && columns[column] === undefined) columns[column] = index;
    else if (cell.trim() !== "") ignored.push(cell.trim().slice(0, 80));
  });
  const isNamed =
    columns.familyName !== undefined || columns.nativeName !== undefined || columns.latinName !== undefined;
  return isNamed && Object.keys(columns).length >= 2 ? { columns, ignored: ignored.slice(0, 20) } : null;
}

/** A title may stand above the headings. */
const titleRows = 20;

/** @returns the place of the headings among rows, and what they are */
export function findLayout(rows: readonly { cells: string[] }[]): { index: number; layout: ListLayout } | null {
  for (const [index, { cells }] of rows.slice(0, titleRows).entries()) {
    const layout = layoutOf(cells);
    if (layout) return { index, layout };
  }
  return null;
}
