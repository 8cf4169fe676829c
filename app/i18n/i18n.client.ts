import { createInstance, type i18n, type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";
import { i18nextOptions } from "./i18next-options.ts";

const files = import.meta.glob<Record<string, unknown>>(["../../locales/*/*.json", "!../../locales/*/mail.json"], { import: "default" });

/** Starts from the strings in the page; further namespaces come as one chunk each on navigation. */
export async function clientI18n(): Promise<i18n> {
  const strings: Record<string, ResourceKey> = JSON.parse(document.getElementById("i18n")?.textContent ?? "{}");
  const locale = document.documentElement.lang;
  const instance = createInstance();
  await instance
    .use({
      type: "backend",
      init() {},
      read(lng: string, namespace: string, done: (error: unknown, texts: false | Record<string, unknown>) => void) {
        const load = files[`../../locales/${lng}/${namespace}.json`];
        if (!load) return done(new Error(`no texts for ${lng}/${namespace}`), false);
        load().then(
          (texts) => done(null, texts),
          (error) => done(error, false),
        );
      },
    })
    .use(initReactI18next)
    .init({
      ...i18nextOptions,
      lng: locale,
      resources: { [locale]: strings },
      ns: Object.keys(strings),
      partialBundledLanguages: true,
      react: { useSuspense: true },
    });
  return instance;
}
