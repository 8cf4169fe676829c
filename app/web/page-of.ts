import { localeOfPath } from "#app/i18n/locales.ts";

/** The page of an address, whatever its language: a form may be sent in one and come back in another. */
export function pageOf(pathname: string): string {
  const path = pathname.replace(/\.data$/, "");
  return localeOfPath(path) ? path.replace(/^\/[^/]+/, "") : path;
}
