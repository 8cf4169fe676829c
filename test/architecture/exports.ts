import type { Sources } from "./sources.ts";

const declared = /^export (?:async )?(?:const|function\*?|class|type|interface|let) +(\w+)/gm;

/** What the framework takes by its name, and no file of ours. */
const taken = /\.route\.tsx?$|^app\/(root|entry\.\w+)\.tsx?$|^db\/(schema\.ts$|migrations\/)/;

/** Names that a file hands out and no other file of these has in it, as `path name`. */
export function unusedExports(sources: Sources): string[] {
  const users = new Map<string, Set<string>>();
  for (const [path, text] of sources)
    for (const word of new Set(text.match(/\w+/g))) users.set(word, (users.get(word) ?? new Set()).add(path));
  return [...sources]
    .filter(([path]) => /^(app|db)\//.test(path) && !taken.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(declared)]
        .filter(([, name = ""]) => (users.get(name)?.size ?? 0) < 2)
        .map(([, name]) => `${path} ${name}`),
    );
}
