import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import * as entry from "#app/entry.server.tsx";
import * as root from "#app/root.tsx";
import routes from "#app/routes.ts";

const fileOf = ({ file }: RouteConfigEntry) => import(/* @vite-ignore */ `../../app/${file}`);

/** The whole site out of its sources, as the build would make it, without what browsers are sent. */
export async function sourceBuild(): Promise<ServerBuild> {
  const entries = (await routes) as RouteConfigEntry[];
  const leaves = await Promise.all(
    entries.map(async (place) => ({
      id: place.file,
      path: place.path,
      parentId: "root",
      module: await fileOf(place),
    })),
  );
  const all = [{ id: "root", path: "", module: root }, ...leaves];
  const files = all.map(({ module: _, ...route }) => [route.id, { ...route, module: "", imports: [] }]);
  return {
    entry: { module: entry },
    routes: Object.fromEntries(all.map((route) => [route.id, route])),
    assets: {
      entry: { imports: [], module: "/assets/entry.js" },
      routes: Object.fromEntries(files),
      url: "",
      version: "",
    },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_fetcherPersist: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
}
