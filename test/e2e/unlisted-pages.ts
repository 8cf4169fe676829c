import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";
import { pageList } from "./page-list.ts";

/**
 * What the demo has no object for. Long work goes on for a moment: the tests of imports open its page. Each call of the
 * demo is published, and its questions are frozen.
 */
const withoutObject = [
  ":l/work/:id",
  ...["new", ":question"].map((page) => `:l/desk/workshops/:code/call/questions/${page}`),
];

/** Pages of the site map, after the language, that the list leaves out. */
export function unlistedPages(): string[] {
  const listed = Object.values(pageList)
    .flat()
    .map((path) => path.replace(/\?.*/, "").slice(1).split("/"));
  const isListed = (pattern: string) =>
    listed.some((path) => {
      const parts = pattern.split("/").slice(1);
      return (
        parts.length === (path[0] === "" ? 0 : path.length) &&
        parts.every((part, i) => part.startsWith(":") || part === path[i])
      );
    });
  return pagePatterns(routes).filter((pattern) => !isListed(pattern) && !withoutObject.includes(pattern));
}

/** What only redirects or hands out a file has no page. */
const pagePatterns = (entries: RouteConfigEntry[]): string[] =>
  entries
    .filter(
      ({ path, file }) =>
        path?.startsWith(":l") && readFileSync(resolve("app", file), "utf8").includes("export default"),
    )
    .map(({ path }) => path ?? "");
