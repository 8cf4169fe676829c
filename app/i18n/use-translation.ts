import { useContext } from "react";
import { I18nContext, useTranslation as useLiveTranslation } from "react-i18next";
import type { Namespace } from "./namespaces.ts";

/** While the server renders, neither language nor texts change: there is nothing to watch, and a page asks a hundred times. */
const useFixedTranslation = ((namespaces: Namespace | readonly Namespace[] = "common") => {
  const i18n = useContext(I18nContext)?.i18n;
  const namespace = typeof namespaces === "string" ? namespaces : (namespaces[0] ?? "common");
  return { t: i18n?.getFixedT(null, namespace), i18n, ready: true };
}) as unknown as typeof useLiveTranslation;

export const useTranslation = typeof document === "undefined" ? useFixedTranslation : useLiveTranslation;
