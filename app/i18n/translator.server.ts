import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInstance, type i18n, type TFunction } from "i18next";
import type { Locale } from "./locales.ts";
import { type Namespace, namespaces } from "./namespaces.ts";

/** Texts are read beside the running programme, so that server, worker and scripts share one set. */
const folder = resolve(process.cwd(), "locales");

const options = {
  fallbackLng: false as const,
  defaultNS: "common",
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  returnNull: false as const,
};

const instances = new Map<Locale, i18n>();

/** One immutable instance per language, shared by all requests: nobody may change its language. */
export function serverI18n(locale: Locale): i18n {
  const known = instances.get(locale);
  if (known) return known;
  const instance = createInstance();
  const resources = Object.fromEntries(namespaces.map((namespace) => [namespace, readTexts(locale, namespace)]));
  void instance.init({ ...options, lng: locale, resources: { [locale]: resources }, ns: [...namespaces] });
  rememberTexts(instance);
  instances.set(locale, instance);
  return instance;
}

/** Texts never change while we run, and i18next takes some 7 µs to find one and to fill it in: a page asks for hundreds. */
function rememberTexts(instance: i18n): void {
  const make = instance.getFixedT.bind(instance) as (...scope: unknown[]) => TFunction;
  const made = new Map<string, TFunction>();
  instance.getFixedT = ((...scope: unknown[]) => {
    const name = String(scope);
    const known = made.get(name) ?? remembering(make(...scope));
    made.set(name, known);
    return known;
  }) as typeof instance.getFixedT;
}

type Params = Record<string, unknown> & { count?: number };

/** So many counts of a text are remembered; larger ones are looked up each time. */
const countsKept = 1_000;

function remembering(find: TFunction): TFunction {
  const look = find as unknown as (key: string, params?: Params) => string;
  const texts = new Map<string, string>();
  const textOf = (key: string, count?: number) => {
    const name = count === undefined ? key : `${key} ${count}`;
    const known = texts.get(name);
    if (known !== undefined) return known;
    const text = look(key, { count, skipInterpolation: true });
    if ((count ?? 0) < countsKept) texts.set(name, text);
    return text;
  };
  const filled = (key: string, params?: Params) => {
    const text = textOf(key, params?.count);
    return params ? text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? "")) : text;
  };
  return Object.assign(filled, find) as unknown as TFunction;
}

/** The `t` of a language, for everything that is written outside a page: mail, documents, refusals. */
export function translator(locale: Locale) {
  return serverI18n(locale).getFixedT(locale, namespaces);
}

export type Translator = ReturnType<typeof translator>;

/** The text of a key that a rule or a schema gave, such as `desk:form.time`. */
export const messageIn = (locale: Locale, key: string): string => (translator(locale) as (key: string) => string)(key);

function readTexts(locale: Locale, namespace: Namespace): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(folder, locale, `${namespace}.json`), "utf8"));
}
