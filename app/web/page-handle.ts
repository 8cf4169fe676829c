import type { Namespace } from "#app/i18n/namespaces.ts";

/** What a route tells of its page, as `handle`. */
export interface PageHandle {
  /** Namespaces whose strings the page needs in the browser, beside `common`. */
  strings?: readonly Namespace[];
  /** Links and forms are all the page has: it comes without React, and without the strings and data that React would need. */
  withoutScripts?: boolean;
}

type Route = { handle?: unknown };

const handlesOf = (routes: readonly Route[]) => routes.flatMap(({ handle }) => (handle as PageHandle | undefined) ?? []);

/** The namespaces of every matched route. */
export const namespacesOf = (routes: readonly Route[]): Namespace[] => [
  ...new Set<Namespace>(["common", ...handlesOf(routes).flatMap(({ strings = [] }) => strings)]),
];

export const isWithoutScripts = (routes: readonly Route[]) => handlesOf(routes).some(({ withoutScripts }) => withoutScripts);
