import { expect, test } from "vitest";
import { readSources } from "./sources.ts";

const components = readSources(["app"], /\.tsx$/);

/** What only a browser would do: components are written out by the server, and nothing else. */
const acting = /\buse(State|Effect|Ref|Reducer|LayoutEffect|Fetcher|Navigate|Submit)\(|\bon[A-Z]\w+=\{/;

test("no component waits for something to happen: what a page does while one works is in entry.client.ts", () => {
  const waiting = [...components].filter(([, text]) => acting.test(text)).map(([path]) => path);
  expect(waiting).toEqual([]);
  expect(acting.test("<button onClick={save}>")).toBe(true);
  expect(acting.test("const [open, setOpen] = useState(false)")).toBe(true);
});

test("each live part has its script, and each script its part, on a page that brings it", () => {
  const [entry = ""] = readSources(["app"], /entry\.client\.ts$/).values();
  const scripts = /= \{([\s\S]*?)\};/.exec(entry)?.[1]?.match(/\w+/g);
  const parts = [...components].flatMap(([path, text]) =>
    [...text.matchAll(/data-live="(\w+)"/g)].map(([, name]) => ({ path, name })),
  );
  expect(parts.map(({ name }) => name).sort()).toEqual(scripts?.sort());
  for (const { path } of parts)
    expect([path, components.get(path)]).toEqual([path, expect.stringContaining("<LiveScript />")]);
});
