import { data, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { unsent } from "#app/operations/unsent.ts";

const cards = [{ code: "MJ-2026-01" }];
const routes = (handle?: unknown) =>
  ({
    page: { id: "page", module: { handle, loader: async () => ({ cards, total: 1 }) } },
    framed: { id: "framed", module: { loader: async () => data({ cards }, { status: 404 }) } },
    file: { id: "file", module: { loader: async () => new Response("bytes") } },
    plain: { id: "plain", module: {} },
  }) as unknown as ServerBuild["routes"];

const load = async (all: ServerBuild["routes"], id: string) => (await all[id]?.module.loader?.({} as never)) as never;

test("a page without scripts reads its data, and nothing of it would be encoded for the browser", async () => {
  const shown: { cards: typeof cards; total: number } = await load(unsent(routes()), "page");
  expect(shown.cards).toBe(cards);
  expect(shown.total).toBe(1);
  expect(Object.keys(shown)).toEqual([]);
});

test("the status of an answer stays", async () => {
  const framed: ReturnType<typeof data<{ cards: typeof cards }>> = await load(unsent(routes()), "framed");
  expect(framed.init).toEqual({ status: 404 });
  expect(framed.data.cards).toBe(cards);
  expect(Object.keys(framed.data)).toEqual([]);
});

test("files and pages without data are left alone", async () => {
  const quiet = unsent(routes());
  expect(await ((await load(quiet, "file")) as Response).text()).toBe("bytes");
  expect(quiet.plain?.module).toEqual({});
});

test("a page with scripts gets its data in the browser", async () => {
  const shown = await load(unsent(routes({ strings: ["attendance"] })), "page");
  expect(Object.keys(shown)).toEqual(["cards", "total"]);
});
