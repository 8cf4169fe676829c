import { formalPeriod } from "#app/i18n/formal-dates.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { PaperOptions } from "./options.ts";
import type { PaperData } from "./paper-source.ts";
import { listPrinted } from "./people/people.ts";
import { type Spoken, textsIn, wordsIn } from "./spoken.ts";

export type Making = { db: Reader; workshop: WholeWorkshop; options: PaperOptions };
type Head = "signIn" | "participants" | "timetable";

/** What stands at the top of every sheet. */
export function headOf({ workshop, options: { languages, size } }: Omit<Making, "db">, kind: Head) {
  return {
    title: `${translator(languages[0] ?? "es")(`papers:head.${kind}`)} · ${workshop.code}`,
    kind: wordsIn(languages, (t) => t(`papers:head.${kind}`)),
    workshop: { code: workshop.code, title: titleOf(workshop, languages) },
    size,
  };
}

/** A workshop that has no title yet goes by its code. */
const titleOf = ({ texts, code }: WholeWorkshop, languages: readonly Locale[]) => {
  const title = textsIn(languages, texts.title);
  return title.length ? title : [textIn({ es: code }, "es")];
};

type Row = "number" | "code" | "name" | "place" | "country" | "state" | "signature" | "instructor" | "keeper";
type Column = Row | "when" | "what" | "kind" | "room";

/** A column's heading. */
export const labelled = (languages: readonly Locale[], column: Column) =>
  wordsIn(languages, (t) => t(`papers:column.${column}`));

/** Null where nobody is there to be listed. */
export async function participantsPaper(making: Making): Promise<PaperData | null> {
  const { db, workshop, options } = making;
  const { languages, whom } = options;
  const rows = await listPrinted(db, workshop, options);
  const label = (column: Column) => labelled(languages, column);
  return rows.length === 0
    ? null
    : {
        ...headOf(making, "participants"),
        facts: [
          ...wordsIn(languages, (_, locale) => formalPeriod(locale, workshop.startsOn, workshop.endsOn)),
          ...textsIn(languages.slice(0, 1), workshop.texts.venue),
        ],
        rows: rows.map(({ institution, post, country, state, code, names }, index) => ({
          ...{ number: String(index + 1), code, names },
          place: linesOf(institution, post),
          country: country.map((text) => [text]),
          state: state.map((text) => [text]),
        })),
        labels: {
          ...{ number: label("number"), code: label("code"), name: label("name"), place: label("place") },
          ...{ country: label("country"), state: whom === "all" ? label("state") : null },
        },
      };
}

/** In the first language; below it in the others, on one line; below these what is said once. */
const linesOf = ([first, ...others]: Spoken[], below: Spoken[] = []) =>
  [first ? [first] : [], others, below].filter((texts) => texts.length > 0);

/** Badges and table signs: the same people, as cards. Null where there are none. */
export async function cardsPaper(making: Making, kind: "badges" | "signs"): Promise<PaperData | null> {
  const { db, workshop, options } = making;
  const { languages, size, letters } = options;
  const rows = await listPrinted(db, workshop, options);
  return rows.length === 0
    ? null
    : {
        title: `${translator(languages[0] ?? "es")(`papers:head.${kind}`)} · ${workshop.code}`,
        ...{ size, letters },
        event: titleOf(workshop, languages),
        cards: rows.map(({ names, institution, country }) => ({ names, place: institution, country })),
      };
}
