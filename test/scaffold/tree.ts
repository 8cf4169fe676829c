import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { locales } from "#app/i18n/locales.ts";
import { toWrite } from "#test/architecture/texts.ts";

/** Our sources on disk, by the folder in which they lie: what a scaffold reads and changes. */
export type Tree = string;

export const isThere = (tree: Tree, path: string): boolean => existsSync(join(tree, path));

export const textOf = (tree: Tree, path: string): string => readFileSync(join(tree, path), "utf8");

/** In a new folder, where that is named. @throws where the file is there already */
export function create(tree: Tree, path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text, { flag: "wx" });
}

/** Changes the lines of a file. */
export function change(tree: Tree, path: string, changed: (lines: string[]) => string[]): void {
  writeFileSync(join(tree, path), changed(textOf(tree, path).split("\n")).join("\n"));
}

/** Puts a line after the last one that begins so, or before the one that begins otherwise where there is none. */
export function insert(line: string, { after, before }: { after: string; before: string }) {
  return (lines: string[]): string[] => {
    const last = lines.findLastIndex((known) => known.startsWith(after));
    const at = last >= 0 ? last + 1 : lines.findIndex((known) => known.startsWith(before));
    if (at < 0) throw new Error(`There is no line that begins with ${before}`);
    return lines.toSpliced(at, 0, line);
  };
}

type Nested = { [key: string]: string | Nested };

/**
 * Adds a text in every language, marked as still to be written: a test fails until it is.
 * @param key such as `desk:quotas.title`
 */
export function addText(tree: Tree, key: string): void {
  const [room, path = ""] = key.split(":");
  for (const locale of locales) {
    const file = `locales/${locale}/${room}.json`;
    const texts = JSON.parse(textOf(tree, file)) as Nested;
    writeFileSync(join(tree, file), `${JSON.stringify(withText(texts, path.split("."), path), null, 2)}\n`);
  }
}

function withText(texts: Nested, [name = "", ...rest]: string[], path: string): Nested {
  if (rest.length === 0) return { ...texts, [name]: `${toWrite} ${path}` };
  const inner = texts[name];
  return { ...texts, [name]: withText(typeof inner === "object" ? inner : {}, rest, path) };
}

/** `enrolment-notes` → `enrolmentNotes` */
export const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `workshop.seatsFreed` → `workshop-seats-added` */
export const kebab = (name: string): string => name.replace(/\.|(?=[A-Z])/g, "-").toLowerCase();

/** Runs a scaffold as a command: says what remains to be done, or what was wrong. */
export function runScaffold(make: () => string[]): void {
  try {
    console.log(["Made. What remains:", ...make().map((step) => `  - ${step}`)].join("\n"));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
