import type { Locale } from "./i18n/locales.ts";

type NamesIn<Pattern extends string> = Pattern extends `${infer Before}/${infer After}`
  ? NamesIn<Before> | NamesIn<After>
  : Pattern extends ":l"
    ? "locale"
    : Pattern extends `:${infer Name}`
      ? Name
      : never;

/** What stands in an address: `code` and `n` of `…/:code/sessions/:n`, and the page's language. */
type Params<Pattern extends string> = {
  [Param in NamesIn<Pattern>]: Param extends "locale" ? Locale : string | number;
};

/** What stands behind the question mark; what is empty is left out. */
export type AddressQuery = Record<string, string | number | null | undefined>;

/** Makes addresses of one pattern, such as `/:l/workshops/:code`. */
export type Maker<Pattern extends string> =
  NamesIn<Pattern> extends never
    ? (params?: Record<string, never>, query?: AddressQuery) => string
    : (params: Params<Pattern>, query?: AddressQuery) => string;

/** A maker for each pattern, by its name. */
export const makersOf = <Patterns extends Record<string, string>>(patterns: Patterns) =>
  Object.fromEntries(Object.entries(patterns).map(([name, pattern]) => [name, makerOf(pattern)])) as {
    [Name in keyof Patterns]: Maker<Patterns[Name]>;
  };

function makerOf(pattern: string) {
  const parts = pattern.split("/").map((part) => ({ text: part, name: paramIn(part) }));
  return (params: Record<string, string | number> = {}, query?: AddressQuery) => {
    const path = parts.map(({ text, name }) => (name === null ? text : encodeURIComponent(params[name] ?? "")));
    return query ? path.join("/") + searchOf(query) : path.join("/");
  };
}

function paramIn(part: string): string | null {
  if (!part.startsWith(":")) return null;
  return part === ":l" ? "locale" : part.slice(1);
}

function searchOf(query: AddressQuery): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
