import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { leadsOf } from "#app/operations/http/lead.ts";
import { narrowing } from "#app/operations/http/narrow.ts";
import siteMap from "#app/routes.ts";
import { accepts, reading } from "#app/web/doors/accepts.ts";

const pages = siteMap.map(({ id, path = "", file }) => ({ id: id ?? file, path, parentId: "root" }));
/** Each accepts at most as many bytes as it has a number, by which a lead tells which of them it has chosen. */
const marked = (number: number) => ({
  loader: Object.assign(() => null, { [accepts]: { ...reading, mostBytes: number } }),
});
const routes = Object.fromEntries(
  [{ id: "root", path: "" }, ...pages].map((route, number) => [route.id, { ...route, module: marked(number) }]),
);
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const leadOf = leadsOf(build);
const handleOf = narrowing(build, ({ routes }) => Object.keys(routes));
const narrow = (path: string) => handleOf(leadOf(path));

const tree = [{ id: "root", path: "", children: pages }];
const known = new Map<string, string | undefined>();

/** What Remix would choose out of all of them: it compares each, so each address is asked once. */
function chosen(path: string): string | undefined {
  if (!known.has(path)) known.set(path, matchRoutes(tree, path)?.at(-1)?.route.id);
  return known.get(path);
}

const values = [
  "x",
  "MJ-2026-01",
  "1",
  "a%20b",
  "https%3A%2F%2Fpuente.example%2Fv%2FMJ-1",
  "%F0%A0%AE%B7",
  "%25",
  "new",
];

/** An address with each of the values, and with a usual one in other forms. */
function askedFor(path: string): string[] {
  const filled = values.map((value) => `/${path.replace(/\*$/, "no/such/page").replace(/:\w+/g, value)}`);
  const [, usual = ""] = filled;
  return [...filled, `${usual}/`, usual.toUpperCase()];
}

test.each(pages)("$path is among the few that Remix compares, however it is written", ({ path }) => {
  for (const asked of askedFor(path)) expect(narrow(asked), asked).toContain(chosen(asked));
});

test.each(pages)("$path accepts what the door of the route accepts that Remix chooses", ({ path }) => {
  for (const asked of askedFor(path)) {
    const route = pages.findIndex(({ id }) => id === chosen(asked));
    const isNowhere = siteMap[route]?.path === "*";
    expect(leadOf(asked).accepts?.mostBytes, asked).toBe(isNowhere ? undefined : route + 1);
  }
});

test("an address that leads to the same routes has the same lead", () => {
  expect(leadOf("/es/workshops/MJ-1")).toBe(leadOf("/ja/workshops/MJ-2"));
});

test("they are few", () => {
  expect(narrow("/es/workshops").length).toBeLessThan(4);
});
