import type { LoaderFunction, ServerBuild } from "@remix-run/node";
import { namespacesOf } from "#app/web/page-handle.ts";

type Routes = ServerBuild["routes"];
type Route = NonNullable<Routes[string]>;

/** Remix encodes a page's data for the browser. Where the page has no scripts nobody would read them, and a page of data costs as much to encode as to render. */
export function unsent(routes: Routes): Routes {
  const all = Object.values(routes).flatMap((route) => route ?? []);
  if (namespacesOf(all.map(({ module }) => module)).length > 0) return routes;
  return Object.fromEntries(all.map((route) => [route.id, withoutCopy(route)]));
}

function withoutCopy(route: Route): Route {
  const { loader } = route.module;
  if (!loader) return route;
  const quiet: LoaderFunction = async (args) => hidden(await loader(args));
  return { ...route, module: { ...route.module, loader: quiet } };
}

/** What can be read, but not enumerated, is not encoded. */
function hidden(value: unknown): unknown {
  if (isAnswer(value)) return { ...value, data: hidden(value.data) };
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const shown = {};
  for (const [key, part] of Object.entries(value)) Object.defineProperty(shown, key, { value: part });
  return shown;
}

/** As Remix's `data()` makes it. */
const isAnswer = (value: unknown): value is { data: unknown } =>
  typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit";
