import type { ServerBuild } from "@remix-run/node";

/** Remix compares a request with every route, and does so several times: it gets those only that can match. */
export function narrowing<Handle>(build: ServerBuild, make: (build: ServerBuild) => Handle): (path: string) => Handle {
  const all = Object.values(build.routes).flatMap((route) => route ?? []);
  const tops = all.filter(({ parentId }) => parentId === undefined).map(({ id }) => id);
  const leaves = all
    .filter(({ parentId }) => parentId !== undefined)
    .map(({ id, path = "" }) => ({ id, parts: partsOf(path) }));
  const handles = new Map<string, Handle>();
  return (path) => {
    const parts = partsOf(path.replace(/\.data$/, "").replace(/^\/_root$/, "/")).map(decodeURIComponent);
    const ids = leaves.filter((leaf) => couldMatch(leaf.parts, parts)).map(({ id }) => id);
    const key = ids.join();
    const known = handles.get(key);
    if (known) return known;
    const handle = make(only(build, [...tops, ...ids]));
    handles.set(key, handle);
    return handle;
  };
}

const partsOf = (path: string) => path.toLowerCase().split("/").filter(Boolean);

const couldMatch = (pattern: string[], parts: string[]) =>
  pattern[0] === "*" ||
  (pattern.length === parts.length && pattern.every((part, index) => part.startsWith(":") || part === parts[index]));

function only({ routes, assets, ...build }: ServerBuild, ids: string[]): ServerBuild {
  const pick = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(ids.flatMap((id) => (id in entries ? [[id, entries[id]]] : []))) as Record<string, Entry>;
  return {
    ...build,
    routes: pick(routes as never),
    assets: { ...assets, routes: pick(assets.routes as never) },
  } as ServerBuild;
}
