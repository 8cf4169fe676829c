import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInstance, type i18n } from "i18next";
import { i18nextOptions } from "./i18next-options.ts";
import { type Locale, locales } from "./locales.ts";
import { type Namespace, namespaces } from "./namespaces.ts";

/** Texts are read beside the running programme, so that server, worker and scripts share one set. */
const folder = resolve(process.cwd(), "locales");

const instances = new Map<Locale, i18n>();

/** One immutable instance per language, shared by all requests: nobody may change its language. */
export function serverI18n(locale: Locale): i18n {
  const known = instances.get(locale);
  if (known) return known;
  const instance = createInstance();
  const resources = Object.fromEntries(namespaces.map((namespace) => [namespace, readTexts(locale, namespace)]));
  void instance.init({ ...i18nextOptions, lng: locale, resources: { [locale]: resources }, ns: [...namespaces] });
  instances.set(locale, instance);
  return instance;
}

/** The `t` of a language, for everything that is written outside a page: mail, documents, refusals. */
export function translator(locale: Locale) {
  return serverI18n(locale).getFixedT(locale, namespaces);
}

function readTexts(locale: Locale, namespace: Namespace): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(folder, locale, `${namespace}.json`), "utf8"));
}

/** For `npm run dev` and tests that change texts on disk. */
export const forgetTexts = () => locales.forEach((locale) => instances.delete(locale));
