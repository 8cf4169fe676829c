import type { HeadersFunction } from "@remix-run/node";

/** Of what a loader or an action says, a page's answer carries only what its route hands on. */
export const retryAfter: HeadersFunction = ({ actionHeaders, loaderHeaders, errorHeaders }) => {
  const wait = [errorHeaders, actionHeaders, loaderHeaders].map((headers) => headers?.get("Retry-After")).find(Boolean);
  return wait ? { "Retry-After": wait } : new Headers();
};
