import type { Locale } from "#app/i18n/locales.ts";
import type { Sources } from "./sources.ts";

/** `room:key.within` → text, plural forms each by themselves. */
export type Texts = Map<string, string>;

/** The forms that each language has for a number. */
const pluralForms: Record<Locale, string[]> = { es: ["many", "one", "other"], ja: ["other"], en: ["one", "other"] };
const plural = /_(zero|one|two|few|many|other)$/;

export function readTexts(files: Sources, locale: Locale): Texts {
  const texts: Texts = new Map();
  const add = (key: string, value: unknown) => {
    if (typeof value === "string") texts.set(key, value);
    else
      for (const [name, inner] of Object.entries(value as object))
        add(key.endsWith(":") ? key + name : `${key}.${name}`, inner);
  };
  for (const [path, text] of files) {
    const [, room] = new RegExp(`^locales/${locale}/(\\w+)\\.json$`).exec(path) ?? [];
    if (room) add(`${room}:`, JSON.parse(text));
  }
  return texts;
}

/** Keys as the code asks for them: one for all forms of a plural. */
export function baseKeys(texts: Texts): Map<string, string[]> {
  const base = (key: string) => (texts.has(key.replace(plural, "_other")) ? key.replace(plural, "") : key);
  return Map.groupBy(texts.keys(), base);
}

const placeholdersIn = (texts: Texts, keys: string[]) =>
  [...new Set(keys.flatMap((key) => [...(texts.get(key) ?? "").matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name)))]
    .sort()
    .join(", ");

/** What one language lacks beside another, and where it is given other values; `free` keys may choose theirs. */
export function differences(locale: Locale, texts: Texts, other: Texts, free: string[] = []): string[] {
  const own = baseKeys(texts);
  const theirs = baseKeys(other);
  const missing = [...theirs.keys()].filter((key) => !own.has(key)).map((key) => `${locale} lacks ${key}`);
  const faults = [...own].flatMap(([key, keys]) => {
    const same = theirs.get(key);
    if (!same || free.includes(key) || placeholdersIn(texts, keys) === placeholdersIn(other, same)) return [];
    return [`${locale} has other placeholders in ${key}: ${placeholdersIn(texts, keys)}`];
  });
  return [...missing, ...faults];
}

/** What a scaffold puts where a text is still to be written. */
export const toWrite = "✎";

/** Empty texts and those still to be written, and plurals without the forms that the language has. */
export function faultsWithin(locale: Locale, texts: Texts): string[] {
  const empty = [...texts].filter(([, text]) => text.trim() === "").map(([key]) => `${locale} is empty in ${key}`);
  const wrong = [...baseKeys(texts)]
    .filter(([key, keys]) => keys[0] !== key)
    .filter(
      ([, keys]) =>
        keys
          .map((key) => plural.exec(key)?.[1])
          .sort()
          .join() !== pluralForms[locale].join(),
    )
    .map(([key]) => `${locale} has other plural forms in ${key}`);
  const open = [...texts]
    .filter(([, text]) => text.includes(toWrite))
    .map(([key]) => `${locale} has yet to say ${key}`);
  return [...empty, ...open, ...wrong];
}

/** The same sentence in two languages: probably nobody translated it. */
export function untranslated(texts: Texts, other: Texts, names: RegExp): string[] {
  const isSentence = (text: string) => /\S{3,}\s+\S{3,}|[\u3040-\u30ff]{4}/.test(text.replace(/\{\{.*?\}\}/g, ""));
  return [...texts]
    .filter(([key, text]) => other.get(key) === text && isSentence(text) && !names.test(text))
    .map(([key]) => key);
}

export type Uses = {
  /** What `t` and messages ask for by name: each must exist in one of these places. */
  asked: { file: string; candidates: string[] }[];
  /** Every literal that could be a key. */
  literals: Set<string>;
  /** Keys with a part that is known only as the code runs. */
  patterns: { file: string; pattern: RegExp; isAsked: boolean }[];
};

export function usesIn(sources: Sources, rooms: readonly string[]): Uses {
  const uses: Uses = { asked: [], literals: new Set(), patterns: [] };
  for (const [file, text] of sources) {
    const own = roomsOf(text, rooms);
    const candidates = (key: string) => (key.includes(":") ? [key] : own.map((room) => `${room}:${key}`));
    for (const [, literal = ""] of text.matchAll(/"([\w-]+(?:[:.][\w-]+)+)"/g)) {
      for (const key of candidates(literal)) uses.literals.add(key);
      if (rooms.some((room) => literal.startsWith(`${room}:`))) uses.asked.push({ file, candidates: [literal] });
    }
    for (const [, key = ""] of text.matchAll(/\bt\(\s*"([^"]+)"/g)) {
      uses.asked.push({ file, candidates: candidates(key) });
      for (const candidate of candidates(key)) uses.literals.add(candidate);
    }
    for (const [, call, template = ""] of text.matchAll(/(\bt\(\s*)?`((?:[\w-]+:)?[\w.-]*\$\{[^`]*)`/g)) {
      const pattern = patternOf(template, own);
      if (pattern) uses.patterns.push({ file, pattern, isAsked: call !== undefined });
    }
  }
  return uses;
}

/** Where a file looks for keys without a room: what `useTranslation` says, or, outside pages, everywhere. */
function roomsOf(text: string, rooms: readonly string[]): string[] {
  const named = [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"(\w+)"/g)].map(([, room]) => room as string),
  );
  return /useTranslation\(/.test(text) ? [...new Set([...named, "common"])] : [...rooms];
}

function patternOf(template: string, rooms: string[]): RegExp | null {
  const [room, rest] = /^[\w-]+:/.test(template)
    ? (template.split(/:(.*)/s) as [string, string])
    : [`(?:${rooms.join("|")})`, template];
  const parts = rest.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
  if (parts.join("").length < 3 || !/^[\w\\.-]*$/.test(parts.join(""))) return null;
  return new RegExp(`^${room}:${parts.join(".+")}$`);
}
