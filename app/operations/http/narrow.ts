import type { ServerBuild } from "@remix-run/node";
import type { Lead } from "./lead.ts";

/** Remix compares a request with every route, and does so several times: it gets those only that can match. */
export function narrowing<Handle>(build: ServerBuild, make: (build: ServerBuild) => Handle): (lead: Lead) => Handle {
  const tops = Object.values(build.routes)
    .flatMap((route) => route ?? [])
    .filter(({ parentId }) => parentId === undefined)
    .map(({ id }) => id);
  const handles = new Map<Lead, Handle>();
  return (lead) => {
    const known = handles.get(lead) ?? make(only(build, [...tops, ...lead.ids]));
    handles.set(lead, known);
    return known;
  };
}

function only({ routes, assets, ...build }: ServerBuild, ids: string[]): ServerBuild {
  const pick = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(ids.flatMap((id) => (id in entries ? [[id, entries[id]]] : []))) as Record<string, Entry>;
  return {
    ...build,
    routes: pick(routes),
    assets: { ...assets, routes: pick(assets.routes) },
  } as ServerBuild;
}
