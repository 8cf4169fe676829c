import { createContext, useContext } from "react";
import { fallbackLocale, type Locale } from "#app/i18n/locales.ts";

type Answer = { nonce: string | undefined; requestId: string; locale: Locale };

const AnswerContext = createContext<Answer | null>(null);

export const AnswerProvider = AnswerContext.Provider;

/** Facts of this answer that no loader needs to know; the browser reads them from the page. */
export function useAnswer(): Answer {
  const given = useContext(AnswerContext);
  if (given) return given;
  const { lang, dataset } = document.documentElement;
  return { nonce: undefined, requestId: dataset.request ?? "", locale: (lang || fallbackLocale) as Locale };
}
