import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** Paths from the repository's root, each with its text. */
export type Sources = Map<string, string>;

/** These files, and those under these folders, whose names end as asked. */
export function readSources(names: string[], ending: RegExp): Sources {
  const paths = names.flatMap(filesUnder).filter((path) => ending.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function filesUnder(name: string): string[] {
  if (statSync(join(root, name)).isFile()) return [name];
  const entries = readdirSync(join(root, name), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
