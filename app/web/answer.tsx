import { createContext, useContext } from "react";
import type { Locale } from "#app/i18n/locales.ts";

type Answer = {
  nonce: string;
  requestId: string;
  locale: Locale;
  /** Invented people, mail that stays here, known passwords. */
  isDemo: boolean;
  /** Address of what runs in the browser. */
  script: string;
};

const AnswerContext = createContext<Answer | null>(null);

export const AnswerProvider = AnswerContext.Provider;

/** Facts of this answer that no loader needs to know. */
export function useAnswer(): Answer {
  const given = useContext(AnswerContext);
  if (!given) throw new Error("There is no AnswerProvider around this.");
  return given;
}
