import type { HeadersFunction } from "@remix-run/node";

/** A page carries only those headers of its loader and action that its route hands on. This hands on `Retry-After`. */
export const retryAfter: HeadersFunction = ({ actionHeaders, loaderHeaders, errorHeaders }) => {
  const wait = [errorHeaders, actionHeaders, loaderHeaders].map((headers) => headers?.get("Retry-After")).find(Boolean);
  return wait ? { "Retry-After": wait } : new Headers();
};
