import type { ImportColumn } from "#app/imports/layout/layout.ts";

/** A list as an agency has sent it: its headings, and a row for each person. All invented. */
type DemoList = { fileName: string; sheet: string; headings: ImportColumn[]; rows: string[][] };

/**
 * The coordinator has brought in one, by which some were added who have no account yet (`people-listed.ts`). Of those
 * who were here, one had another post before, and the others were left as they are.
 */
export const addedByImport = ["Takahashi", "Nakagawa", "Nishiyama", "Fuentes"];
export const importedFile = "propuestas-sismos-y-puertos.xlsx";
export const changedByImport = {
  email: "maria-fernanda.ibanez@demo.example",
  formerPost: "Jefa de Departamento de Análisis",
};
export const leftByImport = ["joaquin.munoz@demo.example", "ximena.caballero@demo.example"];

/** Another waits for an answer: of one of its people there are two records. */
export const waitingList: DemoList = {
  fileName: "訪墨研修候補者名簿.xlsx",
  sheet: "候補者",
  headings: ["fullName", "kana", "email", "institutionCode", "post"],
  rows: [
    ["高橋 遥", "タカハシ ハルカ", "", "JP-CUSTOMS", "東京税関 監視部 監視官"],
    ["西山 拓", "ニシヤマ タク", "nishiyama@mlit.example", "MLIT", "港湾局 海岸・防災課 企画官"],
    ["中川 恵美", "ナカガワ エミ", "nakagawa@jma.example", "JMA", "地震火山部 管理課 係長"],
    ["安藤 葵", "アンドウ アオイ", "", "MLIT", ""],
    ["宮前 柚希", "ミヤマエ ユズキ", "miyamae@jma.example", "JMA", "地震火山部 地震津波監視課 技術専門官"],
    ["堀口 湊", "ホリグチ ミナト", "", "MLIT", "港湾局 海岸・防災課 係長"],
  ],
};
