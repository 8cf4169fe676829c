import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInstance, type i18n, type ResourceLanguage } from "i18next";
import { tags } from "./format.ts";
import type { Locale } from "./locales.ts";
import { type Namespace, namespaces } from "./namespaces.ts";
import { rememberingT } from "./text-memory.ts";

/** Texts are read beside the running programme, so that server, worker and scripts share one set. */
const folder = resolve(process.cwd(), "locales");

const instances = new Map<Locale, i18n>();

/** One immutable instance per language, shared by all requests: nobody may change its language. */
export function serverI18n(locale: Locale): i18n {
  const known = instances.get(locale);
  if (known) return known;
  const texts = Object.fromEntries(namespaces.map((namespace) => [namespace, readTexts(locale, namespace)]));
  const instance = i18nOf(locale, texts);
  instances.set(locale, instance);
  return instance;
}

/** @param texts by namespace and key */
export function i18nOf(locale: Locale, texts: ResourceLanguage): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: texts },
    ns: [...namespaces],
    defaultNS: "common",
    interpolation: {
      escapeValue: false,
      // this is the locale of values that a text formats, as `{{value, number}}`: i18next itself would use Spain's
      // Spanish
      defaultVariables: { locale: tags[locale] },
    },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}

/** The `t` of a language, for everything that is written outside a page: mail, documents, refusals. */
export function translator(locale: Locale) {
  return rememberingT(serverI18n(locale), namespaces);
}

export type Translator = ReturnType<typeof translator>;

/** The text of a key that a rule or a schema gave, such as `desk:form.time`. */
export const messageIn = (locale: Locale, key: string, values: Readonly<Record<string, string>> = {}): string =>
  (translator(locale) as (key: string, values: object) => string)(key, values);

function readTexts(locale: Locale, namespace: Namespace): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(folder, locale, `${namespace}.json`), "utf8"));
}
