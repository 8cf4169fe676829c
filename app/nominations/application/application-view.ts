import { formatDate, formatInstant, formatList } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import type { StoredCall } from "#app/nominations/call/queries.ts";
import type { Nomination } from "#app/nominations/nomination/queries.ts";
import { sealedUntil } from "#app/nominations/sealed/rules.ts";
import { shownName } from "#app/people/names.ts";
import { isLocalDate, localDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Timing } from "#app/workshops/moments.rules.ts";
import type { Reader } from "#db/database.ts";
import { questionField } from "./form.ts";
import { type Application, listApplicationHistory, listDeclarations } from "./queries.ts";
import {
  type Answers,
  choiceKeys,
  type FormSection,
  openSections,
  type Question,
  sectionStanding,
  severalIn,
  unansweredIn,
} from "./rules.ts";
import type { FilledIn, WholeFilledIn } from "./standing.queries.ts";

type Words = { locale: Locale; t: Translator };

const words = (texts: Question["label"] | undefined, locale: Locale) => (texts ? textIn(texts, locale) : null);

/** The sections of a form with what is still missing in each. */
export const sectionCards = ({ version, answers }: FilledIn, { locale }: Words) =>
  version.content.sections.map((section) => ({
    key: section.key,
    title: textIn(section.title, locale),
    ...sectionStanding(section, answers),
  }));

/** What a question offers, in words. */
export const optionsOf = (question: Question, { locale, t }: Words) =>
  choiceKeys(question).map((value) => ({
    value,
    label:
      question.kind === "yesNo"
        ? t(`applications:answer.${value as "yes" | "no"}`)
        : textIn(question.choices?.find(({ key }) => key === value)?.label ?? {}, locale).text,
  }));

/** Until when the answers of a sensitive section are kept; null for an open one. */
export const eraseDay = ({ sealed }: FormSection, workshop: Timing, { locale }: Words) =>
  sealed ? formatDate(locale, sealedUntil(workshop, sealed.eraseDays)) : null;

/** A section to be filled in. */
export const sectionView = (section: FormSection, reader: Words) => ({
  key: section.key,
  title: textIn(section.title, reader.locale),
  lead: words(section.lead, reader.locale),
  questions: section.questions.map((question) => ({
    name: questionField(question.key),
    kind: question.kind,
    isRequired: question.isRequired,
    label: textIn(question.label, reader.locale),
    hint: words(question.hint, reader.locale),
    options: optionsOf(question, reader),
  })),
});

export type SectionView = ReturnType<typeof sectionView>;

/** The answers of a section in words. */
export function partView(section: FormSection, answers: Answers, reader: Words) {
  const missing = new Set(unansweredIn(section, answers).map(({ key }) => key));
  return {
    key: section.key,
    title: textIn(section.title, reader.locale),
    items: section.questions.map((question) => ({
      key: question.key,
      label: textIn(question.label, reader.locale),
      text: answerText(question, answers, reader),
      isMissing: missing.has(question.key),
    })),
  };
}

/** Every answer in words that others than the nominee read. */
export const answersView = ({ version, answers }: FilledIn, reader: Words) =>
  openSections(version.content).map((section) => partView(section, answers, reader));

type OwnReader = Words & { zone: Zone; workshop: Timing };

/** Every answer in words, as its nominee reads it: of a sensitive section also until when it is kept, or was. */
export const ownAnswersView = ({ version, answers, erased }: WholeFilledIn, reader: OwnReader) =>
  version.content.sections.map((section) => {
    const { [section.key]: erasedAt } = erased;
    return {
      ...partView(section, answers, reader),
      until: eraseDay(section, reader.workshop, reader),
      erasedOn: erasedAt ? formatDate(reader.locale, localDate(erasedAt, reader.zone)) : null,
    };
  });

export type PartView = ReturnType<typeof partView>;
export type AnswersView = (PartView & { until?: string | null; erasedOn?: string | null })[];

function answerText(question: Question, answers: Answers, reader: Words): string {
  const answer = answers[question.key] ?? "";
  if (question.kind === "date") return isLocalDate(answer) ? formatDate(reader.locale, answer) : answer;
  if (question.kind === "oneOf" || question.kind === "severalOf" || question.kind === "yesNo") {
    const chosen = severalIn(answer);
    const labels = optionsOf(question, reader).filter(({ value }) => chosen.includes(value));
    return formatList(
      reader.locale,
      labels.map(({ label }) => label),
    );
  }
  return answer;
}

type Page = Words & { db: Reader; zone: Zone };

/** What was declared, and what can be, each in the words of the version. */
export async function declarationsView({ version, application }: FilledIn, { db, locale }: Page) {
  const made = application ? await listDeclarations(db, application.id) : [];
  return version.content.declarations.map(({ key, isRequired, text }) => ({
    ...{ key, isRequired },
    text: textIn(text, locale),
    isMade: made.some(({ declaration }) => declaration === key),
  }));
}

/** How it stands and what has become of it, the latest first. */
export async function standingView(
  application: Application | null,
  call: StoredCall | null,
  nomination: Pick<Nomination, "state" | "correctByOn">,
  { db, locale, t, zone }: Page,
) {
  const history = application ? await listApplicationHistory(db, application.id) : [];
  const [last] = history;
  return {
    state: application?.state ?? ("none" as const),
    sentAt: application?.sentAt ? formatInstant(locale, application.sentAt, zone) : "",
    returnedBecause: last?.toState === "returned" ? last.reason : "",
    by: call ? nomineeDay(call, nomination, { locale, t, zone }) : null,
    history: history.map(({ id, toState, who, at, reason, familyName, givenName, ...names }) => ({
      ...{ id, state: toState, who, reason },
      by: familyName === null || givenName === null ? "" : shownName({ familyName, givenName, ...names }).name,
      at: formatInstant(locale, at, zone),
    })),
  };
}

export type ApplicationHistoryView = Awaited<ReturnType<typeof standingView>>;

/** Until when it may change: a nomination that came back has a day of its own. */
export function nomineeDay(
  { content: { nomineeClosesOn, zone } }: StoredCall,
  { state, correctByOn }: Pick<Nomination, "state" | "correctByOn">,
  reader: Words & { zone: Zone },
) {
  const own = state === "returned" ? correctByOn : null;
  return deadlineTimes(own && own > nomineeClosesOn ? own : nomineeClosesOn, zone, reader);
}
