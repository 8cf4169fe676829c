import { expect, test } from "vitest";
import { readSources, type Sources } from "./sources.ts";

/** Columns of a line, comments and strings included. The formatter breaks code, but neither of those. */
const columns = 120;

/** Files in which a line is as long as what it says. Each has a reason. */
const free: { files: RegExp; reason: string }[] = [
  { files: /^db\/schema\.ts$/, reason: "it is generated" },
  { files: /^db\/migrations\//, reason: "what is released is never changed" },
  {
    files: /^app\/demo\/.*(programmes|workshops?-[\w-]+)\.ts$/,
    reason: "a text of the demo is one line, as its readers see it",
  },
];

/** Class names of one element, which cannot be broken: most of their words have a hyphen, a colon or a bracket. */
function isClassNames(line: string): boolean {
  const [, list] = /^\s*(?:className=\{?|@apply )?["`]?([^"`;]+)["`]?[};]*$/.exec(line) ?? [];
  const words = list?.split(" ") ?? [];
  return words.filter((word) => /[a-z\]][-:[]/.test(word)).length > words.length * 0.7;
}

const tooWide = (sources: Sources) =>
  [...sources]
    .filter(([path]) => !free.some(({ files }) => files.test(path)))
    .flatMap(([path, text]) => text.split("\n").map((line, index) => ({ line, place: `${path}:${index + 1}` })))
    .filter(({ line }) => [...line].length > columns && !isClassNames(line))
    .map(({ place }) => place);

test("no line is wider than a reader's window", () => {
  const sources = readSources(["app", "db", "test"], /\.(tsx?|mjs|css|typ)$/);
  expect(tooWide(new Map([...sources].filter(([path]) => !path.startsWith("test/output/"))))).toEqual([]);
});

test("a wide line is seen, whatever stands on it", () => {
  const wide = (line: string) => tooWide(new Map([["app/ui/thing.tsx", `${line}\n`]]));
  const words = "a word ".repeat(20);
  expect(wide(`// ${words}`)).toEqual(["app/ui/thing.tsx:1"]);
  expect(wide(`const text = "${words}";`)).toEqual(["app/ui/thing.tsx:1"]);
  expect(wide(`  "${words}. And another sentence?",`)).toEqual(["app/ui/thing.tsx:1"]);
  expect(wide(`// ${"語".repeat(117)}`)).toEqual([]);
});

test("what cannot be broken is left alone", () => {
  const classes = "inline-flex min-h-11 aria-[current=page]:font-bold ".repeat(4);
  expect(tooWide(new Map([["app/ui/frame/tabs.tsx", `  className="${classes}"\n`]]))).toEqual([]);
  expect(tooWide(new Map([["app/ui/a.css", `    @apply ${classes};\n`]]))).toEqual([]);
  expect(tooWide(new Map([["db/schema.ts", "x".repeat(200)]]))).toEqual([]);
});
