import { createInstance, type i18n, type ResourceKey } from "i18next";
import { i18nextOptions } from "./i18next-options.ts";

/** Speaks the page's language with the strings that the page brings. */
export function clientI18n(): i18n {
  const strings: Record<string, ResourceKey> = JSON.parse(document.getElementById("i18n")?.textContent ?? "{}");
  const locale = document.documentElement.lang;
  const instance = createInstance();
  void instance.init({ ...i18nextOptions, lng: locale, resources: { [locale]: strings }, ns: Object.keys(strings) });
  return instance;
}
