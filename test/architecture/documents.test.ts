import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readSources, root } from "./sources.ts";

const documents = readSources(
  ["README.md", "CONTRIBUTING.md", "DECISIONS.md", "SECURITY.md", "app", "db", "locales", "test"],
  /\.md$/,
);

/** Documents name files from the root, from their own folder, or from one of these. */
const bases = [".", "app", "test", "test/integration"];

/** Made by running, or the example of a recipe. */
const notKept = ["test/output/", "test/output/pages", "app/workshops/workshop-moved.jobs.ts", "./x.ts", "./data"];

/** Whole paths between backticks or in a link; what has other letters in it is no path. */
const named = (text: string) =>
  [...text.matchAll(/`([\w.@{},*-]+(?:\/[\w.@{},*-]+)*\/?)`|\]\(([^)#:]+)\)/g)]
    .map(([, inTicks, linked]) => inTicks ?? linked ?? "")
    .filter((path) => path.includes("/") && !notKept.includes(path));

const isThere = (document: string, path: string) =>
  [dirname(document), ...bases].some((base) => {
    const place = join(root, base, path);
    return existsSync(place) || globSync(place).length > 0;
  });

const missing = (document: string, text: string) => named(text).filter((path) => !isThere(document, path));

test.each([...documents])("%s names files and folders that are there", (document, text) => {
  expect(missing(document, text)).toEqual([]);
});

test("a file that is gone is seen, and what is no path is not taken for one", () => {
  const text =
    "`app/ui/gone.css` and [it](db/gone.md), but not `db/README.md`, `ui/styles/*.css`, `/en/dev/mail`, `a / b`";
  expect(missing("README.md", text)).toEqual(["app/ui/gone.css", "db/gone.md"]);
});
