import type { i18n } from "i18next";
import { createContext, useContext } from "react";
import type { Locale } from "./locales.ts";
import type { Namespace } from "./namespaces.ts";
import { rememberingT } from "./text-memory.ts";

const I18nContext = createContext<i18n | null>(null);

export const I18nProvider = I18nContext.Provider;

/**
 * Texts of the first namespace by their bare keys, and the language that links go on in.
 * A page never changes its language or its texts: nothing is watched.
 */
export function useTranslation<const Names extends Namespace | readonly [Namespace, ...Namespace[]] = "common">(
  namespaces: Names = "common" as Names,
) {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error("There is no I18nProvider around this.");
  // every instance is made by `i18nOf`, in one of our languages
  return { t: rememberingT(i18n, namespaces), locale: i18n.language as Locale };
}
