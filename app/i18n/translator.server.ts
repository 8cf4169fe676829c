import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInstance, type i18n, type TFunction } from "i18next";
import { i18nextOptions } from "./i18next-options.ts";
import type { Locale } from "./locales.ts";
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
  rememberPlainTexts(instance);
  instances.set(locale, instance);
  return instance;
}

/** Texts never change while we run, and i18next takes some 7 µs to find one: a page asks for hundreds. What has parameters is left to it. */
function rememberPlainTexts(instance: i18n): void {
  const make = instance.getFixedT.bind(instance) as (...scope: unknown[]) => TFunction;
  const made = new Map<string, TFunction>();
  instance.getFixedT = ((...scope: unknown[]) => {
    const name = JSON.stringify(scope);
    const known = made.get(name) ?? remembering(make(...scope));
    made.set(name, known);
    return known;
  }) as typeof instance.getFixedT;
}

function remembering(find: TFunction): TFunction {
  const texts = new Map<unknown, string>();
  const look = (...asked: unknown[]) => {
    const [key] = asked;
    const known = asked.length === 1 ? texts.get(key) : undefined;
    if (known !== undefined) return known;
    const text = (find as unknown as (...asked: unknown[]) => string)(...asked);
    if (asked.length === 1) texts.set(key, text);
    return text;
  };
  return Object.assign(look, find) as unknown as TFunction;
}

/** The `t` of a language, for everything that is written outside a page: mail, documents, refusals. */
export function translator(locale: Locale) {
  return serverI18n(locale).getFixedT(locale, namespaces);
}

function readTexts(locale: Locale, namespace: Namespace): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(folder, locale, `${namespace}.json`), "utf8"));
}
