import { addresses } from "#app/addresses.ts";
import { locales } from "#app/i18n/locales.ts";
import type { Sources } from "./sources.ts";

/** Text in the code that looks like an address, in its file. */
export type Glued = { file: string; line: string };

/** What looks like an address and is none; `text` stands in the line. */
export type Reviewed = { file: string; text: string; reason: string };

const segments = new Set(
  [...Object.values(addresses).flatMap((pattern) => pattern.split("/")), ...locales].filter(
    (segment) => segment !== "" && !segment.startsWith(":"),
  ),
);
const anySegment = [...segments].map((segment) => segment.replaceAll(".", "\\.")).join("|");

// TypeScript 7 has no stable interface to ask for literals; the formatter keeps each expression of a template on a line
const gluings = [
  { name: "a template that begins with a slash", pattern: /`\// },
  { name: "an expression after a slash at the beginning of a text", pattern: /["']\/\$\{/ },
  { name: "an expression that a slash continues", pattern: /\$\{(?:[^{}]|\{[^{}]*\})*\}\// },
  { name: "a text that begins with a segment of ours", pattern: new RegExp(`["']/(${anySegment})["'/?#]`) },
];

const comment = /^\s*(\/\/|\/\*|\*)/;

/** Every line of code that makes an address of its own; comments may name what they like. */
export function gluedIn(sources: Sources): Glued[] {
  return [...sources].flatMap(([file, text]) =>
    text
      .split("\n")
      .filter((line) => !comment.test(line) && gluings.some(({ pattern }) => pattern.test(line)))
      .map((line) => ({ file, line: line.trim() })),
  );
}

export const isReviewed = ({ file, line }: Glued, list: readonly Reviewed[]): boolean =>
  list.some((known) => known.file === file && line.includes(known.text));

/** Names that no link leads to, neither by `to.name` nor by one of several names in `to[name]`. */
export function unlinked(names: readonly string[], sources: Sources): string[] {
  const texts = [...sources.values()].filter((text) => text.includes("#app/addresses.ts"));
  const choosing = texts.filter((text) => /\bto\[\w+\]/.test(text));
  return names.filter(
    (name) =>
      !texts.some((text) => new RegExp(`\\bto\\.${name}\\b`).test(text)) &&
      !choosing.some((text) => text.includes(`"${name}"`)),
  );
}

/** Addresses that cannot be told apart: what stands in for a part differs in its name only. */
export function sameAddresses(patterns: Record<string, string>): string[] {
  const shapes = Map.groupBy(Object.keys(patterns), (name) => (patterns[name] ?? "").replace(/:\w+/g, ":"));
  return [...shapes.values()].filter((names) => names.length > 1).map((names) => names.join(" = "));
}
