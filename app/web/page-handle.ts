import type { Namespace } from "#app/i18n/namespaces.ts";

/** What a route tells of its page, as `handle`. */
export interface PageHandle {
  /** Namespaces, beside `common`, of what the page's scripts show. Without them a page is links and forms, and comes without scripts. */
  strings?: readonly Namespace[];
}

type Route = { handle?: unknown };

/** The namespaces that a page needs in the browser; none where it has no scripts. */
export function namespacesOf(routes: readonly Route[]): Namespace[] {
  const asked = routes.flatMap(({ handle }) => (handle as PageHandle | undefined)?.strings ?? []);
  return asked.length > 0 ? [...new Set<Namespace>(["common", ...asked])] : [];
}
