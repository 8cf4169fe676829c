import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { narrowing } from "#app/operations/narrow.ts";
import siteMap from "#app/routes.ts";

const pages = siteMap.map(({ path = "", file }) => ({ id: file, path, parentId: "root" }));
const routes = Object.fromEntries([{ id: "root", path: "" }, ...pages].map((route) => [route.id, route]));
const narrow = narrowing({ routes, assets: { routes } } as unknown as ServerBuild, (build) =>
  Object.keys(build.routes),
);

/** What Remix would choose out of all of them. */
const chosen = (path: string) => matchRoutes([{ id: "root", path: "", children: pages }], path)?.at(-1)?.route.id;

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
const forms = [(path: string) => path, (path: string) => `${path}/`, (path: string) => path.toUpperCase()];

test.each(pages)("$path is among the few that Remix compares, however it is written", ({ path }) => {
  for (const value of values)
    for (const form of forms) {
      const asked = form(`/${path.replace(/\*$/, "no/such/page").replace(/:\w+/g, value)}`);
      expect(narrow(asked), asked).toContain(chosen(asked));
    }
});

test("they are few", () => {
  expect(narrow("/es/workshops").length).toBeLessThan(4);
});
