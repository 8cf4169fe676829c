import type { i18n } from "i18next";
import { createContext, useContext } from "react";
import type { Namespace } from "./namespaces.ts";
import { rememberingT } from "./text-memory.ts";

const I18nContext = createContext<i18n | null>(null);

export const I18nProvider = I18nContext.Provider;

/**
 * Texts of the first namespace by their bare keys. A page never changes its language or its texts: nothing is watched.
 */
export function useTranslation<const Names extends Namespace | readonly [Namespace, ...Namespace[]] = "common">(
  namespaces: Names = "common" as Names,
) {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error("There is no I18nProvider around this.");
  return { t: rememberingT(i18n, namespaces), i18n };
}
