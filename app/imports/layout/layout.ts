import { fold } from "#app/i18n/fold.ts";
import { locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";

/** What the layout that the page offers asks of people, in its order. */
export const layoutColumns = [
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

/** What a list of people may tell. A file of the people who are here tells who each of them is, too. */
export const importColumns = [...layoutColumns, "fullName", "institutionCode", "record"] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What others call these columns, beside our own words in three languages. */
const otherNames: Record<ImportColumn, string> = {
  familyName:
    "apellido|apellido paterno|primer apellido|apellidos|surname|first surname|last name|family name|姓|氏|名字",
  secondSurname: "apellido materno|segundo apellido|second surname|第二姓",
  givenName: "nombre|nombres|nombre de pila|given name|given names|first name|名|名前",
  nativeName: "漢字氏名|氏名漢字",
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
  fullName: "nombre completo|full name|name|氏名",
  institutionCode: "clave de la dependencia|institution code|機関コード",
  record: "registro|record|登録番号",
};

/** A heading as it is compared: without case, accents and signs. */
const headingKey = (text: string) =>
  fold(text)
    .replace(/[*＊:：.．・_/()（）[\]［］-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The same without what stands in brackets. */
const briefKey = (text: string) => headingKey(text.replace(/[（(［[].*?[）)\]］]/g, " "));

/** Each heading that is understood, in any of our languages: as a whole, or else without what stands in brackets. */
function knownHeadings(): (heading: string) => ImportColumn | undefined {
  const known = new Map<string, ImportColumn>();
  const names = importColumns.flatMap((column) =>
    [...ourNames(column), ...otherNames[column].split("|")].map((name) => ({ name, column })),
  );
  for (const keyOf of [headingKey, briefKey])
    for (const { name, column } of names) if (!known.has(keyOf(name))) known.set(keyOf(name), column);
  return (heading) => known.get(headingKey(heading)) ?? known.get(briefKey(heading));
}

/** What forms and other lists call otherwise than this one. */
const fields = ["nativeName", "latinName", "postLevel", "locale"] as const;

const ourNames = (column: ImportColumn): string[] =>
  locales.map(translator).flatMap((t) => {
    const field = fields.find((name) => name === column);
    return [t(`import:column.${column}`), ...(field ? [t(`people:field.${field}`)] : [])];
  });

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
    const column = known(cell);
    if (column !== undefined && columns[column] === undefined) columns[column] = index;
    else if (cell.trim() !== "") ignored.push(cell.trim().slice(0, 80));
  });
  const isApart = columns.familyName !== undefined && columns.givenName !== undefined;
  if (isApart && columns.fullName !== undefined) {
    // what it says stands in the others
    ignored.push((cells[columns.fullName] ?? "").trim().slice(0, 80));
    delete columns.fullName;
  }
  const isNamed = nameColumns.some((column) => columns[column] !== undefined);
  return isNamed && Object.keys(columns).length >= 2 ? { columns, ignored: ignored.slice(0, 20) } : null;
}

const nameColumns = ["familyName", "nativeName", "latinName", "fullName"] as const;

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
