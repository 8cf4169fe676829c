import { data, type LoaderFunction, type ServerBuild } from "@remix-run/node";

/**
 * Remix encodes what loaders return, for browsers that render the page again. Ours never do, so it is shown a function
 * instead, of which it encodes nothing; `openData` puts the data back before the page is rendered. What components get
 * is the loader's own answer. (An address that ends in `.data`, by which Remix's scripts would ask, so says nothing.)
 * @returns the same site, whose pages' loaders hand out their answers so
 */
export function unsendingData(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, default: page } = route?.module ?? {};
    if (!route || !loader || !page) return [id, route];
    return [id, { ...route, module: { ...route.module, loader: unsending(loader as LoaderFunction) } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function unsending(loader: LoaderFunction): LoaderFunction {
  return async (args) => {
    const answer: unknown = await loader(args);
    if (answer instanceof Response) return answer;
    if (isWithInit(answer)) return data(() => answer.data, answer.init ?? undefined);
    return () => answer;
  };
}

type WithInit = { type: "DataWithResponseInit"; data: unknown; init: ResponseInit | null };

/** What `data(…)` makes. */
const isWithInit = (answer: unknown): answer is WithInit =>
  (answer as WithInit | null | undefined)?.type === "DataWithResponseInit";

type LoaderData = Record<string, unknown>;

/** What the loaders returned, for rendering. Data that were not handed out as a function stay as they are. */
export const openData = (loaderData: LoaderData): LoaderData =>
  Object.fromEntries(
    Object.entries(loaderData).map(([id, found]) => [id, typeof found === "function" ? found() : found]),
  );
