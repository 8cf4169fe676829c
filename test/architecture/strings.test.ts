import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readSources, type Sources } from "./sources.ts";

/** A page and every component that it shows. */
function shownBy(page: string, sources: Sources, seen = new Set<string>()): Set<string> {
  const text = sources.get(page);
  if (text === undefined || seen.has(page)) return seen;
  seen.add(page);
  for (const [, from = ""] of text.matchAll(/from "([^"]+\.tsx)"/g)) {
    shownBy(from.startsWith("#") ? from.slice(1) : join(dirname(page), from), sources, seen);
  }
  return seen;
}

const quoted = (text: string) => [...text.matchAll(/"(\w+)"/g)].map(([, name]) => name as string);

/** Namespaces that the components of a page with scripts ask for and that it does not bring along: the browser would show keys. */
function missingStrings(sources: Sources): string[] {
  const pages = [...sources].filter(([path, text]) => path.endsWith(".route.tsx") && /^export const handle/m.test(text));
  return pages.flatMap(([page, text]) => {
    const brought = ["common", ...quoted(/strings: \[([^\]]*)\]/.exec(text)?.[1] ?? "")];
    const asked = [...shownBy(page, sources)].flatMap((path) =>
      [...(sources.get(path) ?? "").matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, names = ""]) => quoted(names)),
    );
    return [...new Set(asked)].filter((name) => !brought.includes(name)).map((name) => `${page} lacks ${name}`);
  });
}

test("a page with scripts brings the strings of every component that it shows", () => {
  expect(missingStrings(readSources(["app"], /\.tsx$/))).toEqual([]);
});

/** What only a browser can do: such a component does nothing on a page without scripts. */
const acting = /\buse(State|Effect|Ref|Reducer)\(|\bon(Click|Change|Input|Submit)=/;

test("a page that shows something with a behaviour has scripts", () => {
  const sources = readSources(["app"], /\.tsx$/);
  const pages = [...sources].filter(([path, text]) => path.endsWith(".route.tsx") && text.includes("export default"));
  const acts = (page: string) => [...shownBy(page, sources)].some((path) => acting.test(sources.get(path) ?? ""));
  expect(pages.filter(([page]) => acts(page)).map(([page]) => page)).toEqual(
    pages.filter(([, text]) => /^export const handle/m.test(text)).map(([page]) => page),
  );
});

test("planted breach: a component of a component asks for what the page does not bring", () => {
  const planted: Sources = new Map([
    ["app/a/a.route.tsx", 'import { B } from "./b.tsx";\nexport const handle = { strings: ["a"] };\nexport default function A() {}'],
    ["app/a/b.tsx", 'import { C } from "#app/c/c.tsx";\nuseTranslation("a")'],
    ["app/c/c.tsx", 'useTranslation(["c", "common"])'],
  ]);
  expect(missingStrings(planted)).toEqual(["app/a/a.route.tsx lacks c"]);
});
