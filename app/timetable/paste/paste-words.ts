import { locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { sessionKinds } from "#app/timetable/kinds.ts";
import { foldedWord, type PasteColumn, type PasteWords, pasteColumns } from "./rows.rules.ts";

/** What headings are called in the timetables that agencies send round, beside our own names for them. */
const headings: Record<PasteColumn, string> = {
  day: "día|fecha|day|date|日|日付|月日|月日（曜日）|期日",
  from: "de|desde|inicio|hora de inicio|horario|hora|from|start|starts|開始|時刻|時間|開始時刻",
  to: "a|hasta|fin|término|hora de término|hora de fin|to|end|ends|until|終了|終了時刻",
  kind: "tipo|modalidad|tipo de sesión|kind|type|形態|種類|種別",
  es: "título|tema|actividad|título (español)|título en español|español|es|title (spanish)|題名（スペイン語）|スペイン語",
  ja: "ja|japonés|título (japonés)|título en japonés|日本語|研修内容|内容|題名|題名（日本語）|title (japanese)|japanese",
  en: "en|english|inglés|título (inglés)|título en inglés|title|topic|title (english)|題名（英語）|英語",
  room: "sala|aula|lugar|sede|room|venue|place|教室|場所|会場",
};

/** The words of a pasted table, in any of our languages. */
export const pasteWords = (): PasteWords => ({
  columns: new Map(
    pasteColumns.flatMap((name) => headings[name].split("|").map((word) => [foldedWord(word), name] as const)),
  ),
  kinds: new Map(
    sessionKinds.flatMap((kind) =>
      [kind, ...locales.map((locale) => translator(locale)(`workshops:kind.${kind}`))].map(
        (word) => [foldedWord(word), kind] as const,
      ),
    ),
  ),
});
