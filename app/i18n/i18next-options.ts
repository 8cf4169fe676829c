import type { Namespace } from "./namespaces.ts";

/** The same on both sides, so that what the server rendered is what the browser hydrates. */
export const i18nextOptions = {
  fallbackLng: false as const,
  defaultNS: "common",
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  returnNull: false as const,
};

export interface PageHandle {
  /** Namespaces whose strings the page needs in the browser, beside `common`. */
  strings?: readonly Namespace[];
  /** Links and forms are all the page has: it comes without React, and without the strings and data that React would need. */
  withoutScripts?: boolean;
}

/** The namespaces of every matched route. */
export function namespacesOf(handles: unknown[]): Namespace[] {
  return [...new Set<Namespace>(["common", ...handles.flatMap((handle) => (handle as PageHandle | undefined)?.strings ?? [])])];
}
