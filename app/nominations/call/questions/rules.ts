import { type Locale, locales, type Texts } from "#app/i18n/locales.ts";

export const questionKinds = ["shortText", "longText", "oneOf", "yesNo"] as const;
type QuestionKind = (typeof questionKinds)[number];

/** One of what may be chosen; its key is kept as the answer. */
export type QuestionChoice = { key: string; label: Texts };

/** What a workshop asks of its nominees, beside what the form asks of everybody. */
export type CallQuestion = {
  /** By which it is found and its answers are kept, wherever it stands. */
  number: number;
  kind: QuestionKind;
  isRequired: boolean;
  label: Texts;
  /** Of a question with one choice; of others none. */
  options: QuestionChoice[];
  /** It was taken away, and can be brought back until the call is published. */
  isRemoved?: boolean;
};

/** More would not be read by whoever selects. */
export const mostQuestions = 10;
export const mostOptions = 12;

export const liveQuestions = (questions: readonly CallQuestion[] = []) =>
  questions.filter(({ isRemoved }) => !isRemoved);

export const nextQuestion = (questions: readonly CallQuestion[]) =>
  Math.max(0, ...questions.map(({ number }) => number)) + 1;

const linesOf = (text: string | undefined) =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

type Problem = { lang: Locale; because: "few" | "many" | "uneven" | "twice" | "unasked" };

/** What is wrong with options as they are typed, each in a line; null where they are in order. */
export function optionsProblem(kind: QuestionKind, typed: Texts): Problem | null {
  const written = locales.flatMap((lang) => {
    const lines = linesOf(typed[lang]);
    return lines.length ? [{ lang, lines }] : [];
  });
  const [first] = written;
  if (kind !== "oneOf") return first ? { lang: first.lang, because: "unasked" } : null;
  if (!first) return { lang: "es", because: "few" };
  for (const { lang, lines } of written) {
    if (lines.length < 2) return { lang, because: "few" };
    if (lines.length > mostOptions) return { lang, because: "many" };
    if (new Set(lines).size < lines.length) return { lang, because: "twice" };
    if (lines.length !== first.lines.length) return { lang, because: "uneven" };
  }
  return null;
}

/** Options as they are typed: what stands in the same line of each language is one. */
export function readOptions(typed: Texts): QuestionChoice[] {
  const lines = locales.map((lang) => [lang, linesOf(typed[lang])] as const);
  const count = Math.max(0, ...lines.map(([, own]) => own.length));
  return Array.from({ length: count }, (_, place) => ({
    key: String(place + 1),
    label: Object.fromEntries(lines.map(([lang, own]) => [lang, own[place] ?? ""])),
  }));
}

/** The same the other way. */
export const typedOptions = (options: readonly QuestionChoice[]): Texts =>
  Object.fromEntries(locales.map((lang) => [lang, options.flatMap(({ label }) => label[lang] || []).join("\n")]));

/** In the order after one has changed places with its neighbour; as they are where it has none on that side. */
export function movedIn(questions: readonly CallQuestion[], number: number, way: "up" | "down"): CallQuestion[] {
  const asked = liveQuestions(questions);
  const from = asked.findIndex((one) => one.number === number);
  const [one, other] = [asked[from], asked[way === "up" ? from - 1 : from + 1]];
  if (!one || !other) return [...questions];
  return questions.map((each) => (each === one ? other : each === other ? one : each));
}
