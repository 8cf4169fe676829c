import { destinations, type Way } from "#app/access/transitions.ts";
import type { Texts } from "#app/i18n/locales.ts";
import { type CallQuestion, liveQuestions, type QuestionChoice } from "#app/nominations/call/questions/rules.ts";
import type { NominationState } from "#app/nominations/nomination/rules.ts";
import type { Instant } from "#app/time/instant.ts";

type QuestionKind = "shortText" | "longText" | "date" | "number" | "oneOf" | "severalOf" | "yesNo";

export type Question = {
  /** By which its answer is kept, in each version of its form. */
  key: string;
  kind: QuestionKind;
  isRequired: boolean;
  label: Texts;
  hint?: Texts;
  choices?: QuestionChoice[];
  /** What is known of the person, and offered as an answer. */
  from?: "post";
  /** Bounds of a number; of a text, `most` is its length. */
  least?: number;
  most?: number;
};

export type FormSection = {
  key: string;
  title: Texts;
  lead?: Texts;
  questions: Question[];
  /** Sensitive: its answers are kept apart and encrypted, few see them, and they go so many days after the workshop. */
  sealed?: { eraseDays: number };
};
type Declaration = { key: string; isRequired: boolean; text: Texts };

/** All that a version of a form says. Once published it never changes. */
export type FormContent = { title: Texts; sections: FormSection[]; declarations: Declaration[] };

/** Where the questions of a workshop stand, behind those of the form. */
const workshopSection = "workshop";
const workshopTitle: Texts = {
  es: "Preguntas de este taller",
  ja: "このワークショップの質問",
  en: "Questions of this workshop",
};

/** By which the answer to such a question is kept: no question of a form has a line in its key. */
export const workshopKey = (number: number) => `${workshopSection}-${number}`;

/** A form with what one workshop asks beside it, as one more section. */
export function withQuestions(content: FormContent, asked: readonly CallQuestion[] | undefined): FormContent {
  const questions = liveQuestions(asked).map(({ number, kind, isRequired, label, options }): Question => {
    const choices = options.length ? { choices: options } : {};
    return { key: workshopKey(number), kind, isRequired, label, ...choices };
  });
  if (!questions.length) return content;
  return { ...content, sections: [...content.sections, { key: workshopSection, title: workshopTitle, questions }] };
}

/** Characters of a text, where its question does not say. */
export const textLengths = { shortText: 200, longText: 1_000 } as const;

/** Answers by the keys of their questions; the several of one stand in one text, each in a line. */
export type Answers = Readonly<Record<string, string>>;

export const severalIn = (answer: string | undefined): string[] => (answer ? answer.split("\n") : []);

/** What a question offers: a yes and a no are chosen as others are. */
export const choiceKeys = ({ kind, choices = [] }: Question): string[] =>
  kind === "yesNo" ? ["yes", "no"] : choices.map(({ key }) => key);

/** What everybody reads who may read an application. */
export const openSections = ({ sections }: FormContent) => sections.filter(({ sealed }) => !sealed);
export const sealedSections = ({ sections }: FormContent) => sections.filter(({ sealed }) => sealed);

/** Of the open sections. */
export const openQuestions = (content: FormContent): Question[] =>
  openSections(content).flatMap(({ questions }) => questions);

const hasAnswer = (answers: Answers, { key }: Question) => Object.hasOwn(answers, key) && answers[key] !== "";

/** Whether an answer fits its question as it is now: a later version may offer something else. */
const fits = (answers: Answers, question: Question): boolean => {
  const given = hasAnswer(answers, question) ? severalIn(answers[question.key]) : [];
  if (question.kind === "severalOf" || question.kind === "oneOf" || question.kind === "yesNo")
    return given.some((one) => choiceKeys(question).includes(one));
  return given.length > 0;
};

/** Required questions of a section without an answer. */
export const unansweredIn = ({ questions }: FormSection, answers: Answers): Question[] =>
  questions.filter((question) => question.isRequired && !fits(answers, question));

/** How far a section is. */
export function sectionStanding(section: FormSection, answers: Answers) {
  const missing = unansweredIn(section, answers).length;
  const isBegun = section.questions.some((question) => hasAnswer(answers, question));
  return { missing, state: missing === 0 ? ("complete" as const) : isBegun ? ("begun" as const) : ("empty" as const) };
}

/** Required declarations that are not among those that were made. */
export const undeclared = ({ declarations }: FormContent, made: readonly string[]) =>
  declarations.filter(({ key, isRequired }) => isRequired && !made.includes(key)).map(({ key }) => key);

export type ApplicationState = "draft" | "sent" | "returned";
type ApplicationActor = "nominee" | "sender";

/** Every change of an application, as long as the nominee's part of the call is open. */
const applicationWays: readonly Way<ApplicationState, ApplicationActor, "isOpen">[] = [
  { from: null, to: "draft", by: "nominee", when: { isOpen: true } },
  { from: "draft", to: "sent", by: "nominee", when: { isOpen: true } },
  { from: "returned", to: "sent", by: "nominee", when: { isOpen: true } },
  { from: "sent", to: "draft", by: "nominee", when: { isOpen: true } },
  { from: "sent", to: "returned", by: "sender", when: { isOpen: true } },
];

type Standing = { from: ApplicationState | null; by: ApplicationActor; isOpen: boolean };

/** Whether somebody may bring an application into a state, as things stand. */
export const mayBring = (to: ApplicationState, { from, by, isOpen }: Standing) =>
  destinations(applicationWays, { from, by, holds: { isOpen } }).includes(to);

/** Whether its answers may change: what was sent has to be called back, or returned, before. */
export const isEditable = (state: ApplicationState | null, isOpen: boolean) => isOpen && state !== "sent";

/** As long as nothing is decided about a nominee, their application may change. */
export const isUndecided = (state: NominationState) => ["draft", "submitted", "endorsed", "returned"].includes(state);

/** How an application stands, for those who wait for it. */
export type ApplicationStanding = ApplicationState | "none";

type Changed = { changedAt: Instant } | null;

/** What a page has shown of the answers, so that nobody sends what they have not read. */
export const answersAt = (application: Changed) => application?.changedAt ?? "";
