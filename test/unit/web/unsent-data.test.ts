import { data, type LoaderFunction, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { openData, unsendingData } from "#app/web/unsent-data.ts";

const page = () => null;
const buildOf = (module: object) => ({ routes: { page: { id: "page", path: "", module } } }) as unknown as ServerBuild;
const loaderOf = (build: ServerBuild) => build.routes.page?.module.loader as LoaderFunction;
const args = {} as Parameters<LoaderFunction>[0];
const load = (answer: unknown) => loaderOf(unsendingData(buildOf({ loader: async () => answer, default: page })))(args);

test.each([[{ names: ["ana", "haruka"], spread: { me: 1 } }], ["text"], [0], [null], [[1, 2]]])(
  "%j: is hidden from whoever encodes it, and is itself again before rendering",
  async (answer) => {
    const hidden = await load(answer);
    expect(hidden).toBeTypeOf("function");
    expect(openData({ page: hidden }).page).toBe(answer);
  },
);

test("the status and headers that go with data stay in sight", async () => {
  const found = { found: false };
  const hidden = (await load(data(found, { status: 404, headers: { "Retry-After": "5" } }))) as ReturnType<typeof data>;
  expect(hidden).toMatchObject({ type: "DataWithResponseInit", init: { status: 404 } });
  expect(openData({ page: hidden.data }).page).toBe(found);
});

test("an answer that is whole stays so, and so does what is thrown", async () => {
  const answer = new Response("whole");
  expect(await load(answer)).toBe(answer);
  const refusal = new Response(null, { status: 404 });
  const throwing = unsendingData(buildOf({ loader: () => Promise.reject(refusal), default: page }));
  await expect(loaderOf(throwing)(args)).rejects.toBe(refusal);
});

test("where there is no page, nothing is hidden", () => {
  const file = buildOf({ loader: async () => ({ a: 1 }) });
  expect(loaderOf(unsendingData(file))).toBe(loaderOf(file));
});

test("data that nobody has hidden are left as they are", () => {
  const found = { root: { reader: null }, page: null };
  expect(openData(found)).toEqual(found);
});
