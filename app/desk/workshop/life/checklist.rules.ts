import type { Locale, Texts } from "#app/i18n/locales.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

export const checks = ["title", "venue", "sessions", "texts", "titles", "days", "faculty"] as const;
export type Check = (typeof checks)[number];

type Standing = {
  state: WorkshopState;
  texts: Record<"title" | "summary" | "venue", Texts>;
  /** Of its sessions. */
  titles: readonly Texts[];
  /** In which the workshop is held. */
  languages: readonly Locale[];
  /** Whether it is known when enrolment opens and closes. */
  isPlanned: boolean;
  /** Whether people are named who teach, each has answered, and nobody who declined has left a gap. */
  hasFaculty: boolean;
};

export type Checked = { check: Check; isDone: boolean };

/**
 * What a workshop needs on its way to the first day, and whether it is there: its texts and the titles of its sessions
 * in each language in which it is held. Nothing where that lies behind it.
 */
export function checklistOf({ state, texts, titles, languages, isPlanned, hasFaculty }: Standing): Checked[] {
  if (!preparing.includes(state)) return [];
  const inAll = (text: Texts) => languages.every((language) => text[language]);
  const isSaid = (text: Texts) => Object.values(text).some(Boolean);
  const done: Record<Check, boolean> = {
    title: isSaid(texts.title),
    venue: isSaid(texts.venue),
    sessions: titles.length > 0,
    texts: [texts.title, texts.summary, texts.venue].every(inAll),
    titles: titles.length > 0 && titles.every(inAll),
    days: isPlanned,
    faculty: hasFaculty,
  };
  return checks.map((check) => ({ check, isDone: done[check] }));
}

const preparing: readonly WorkshopState[] = ["draft", "published", "open", "closed"];
