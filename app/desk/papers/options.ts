import { type Locale, locales } from "#app/i18n/locales.ts";

export const paperKinds = ["sign-in", "participants", "badges", "signs", "timetable"] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperSizes = ["a4", "letter"] as const;
export const groups = ["seated", "all"] as const;
export const letterSizes = ["large", "medium", "small"] as const;
const languageChoices = ["all", ...locales] as const;

export type PaperOptions = {
  /** In which the paper says everything, the most important one first. */
  languages: readonly Locale[];
  size: (typeof paperSizes)[number];
  /** Who holds a seat, or those who wait for one as well. */
  whom: (typeof groups)[number];
  /** Of the name on a table sign, before it shrinks to fit. */
  letters: (typeof letterSizes)[number];
};

/** The paper behind a file of `…/papers/`. */
export const paperOfFile = (file: string | undefined): PaperKind | undefined =>
  paperKinds.find((kind) => `${kind}.pdf` === file);

/** @throws 400 for what no form of ours sends */
export function paperOptions(url: URL, locale: Locale): PaperOptions {
  const language = choiceOf(url, "lang", languageChoices);
  return {
    languages: language === "all" ? pageFirst(locale) : [language],
    size: choiceOf(url, "size", paperSizes),
    whom: choiceOf(url, "whom", groups),
    letters: choiceOf(url, "letters", letterSizes),
  };
}

/** The first choice holds where nothing is said. */
function choiceOf<const Choices extends readonly [string, ...string[]]>(
  url: URL,
  name: string,
  choices: Choices,
): Choices[number] {
  const said = url.searchParams.get(name) ?? choices[0];
  const choice = choices.find((candidate) => candidate === said);
  if (choice === undefined) throw new Response(null, { status: 400 });
  return choice;
}

const pageFirst = (locale: Locale): Locale[] => [locale, ...locales.filter((other) => other !== locale)];
