import { expect, test } from "vitest";
import { requestName } from "#app/web/once/request-name.ts";
import { id } from "#test/support/ids.ts";

const key = "form-0123456789abcdef";
const values = { b: "2", a: ["1", "3"] };
const name = (changed: { account?: string; path?: string; key?: unknown; values?: unknown } = {}) => {
  const accountId = id("account", changed.account ?? "ana");
  const url = new URL(changed.path ?? "/es/me/profile?from=1&to=2", "https://puente.example");
  return requestName({ accountId, url }, "key" in changed ? changed.key : key, changed.values ?? values);
};

test("a request that comes again has the same name, in whatever language and order", () => {
  expect(name()).toMatch(/^[\w-]{43}$/);
  expect(name({ path: "/ja/me/profile?to=2&from=1" })).toBe(name());
  expect(name({ path: "/es/me/profile.data?from=1&kept=x&to=2" })).toBe(name());
  expect(name({ values: { a: ["1", "3"], b: "2" } })).toBe(name());
});

test.each([
  ["account", { account: "haruka" }],
  ["page", { path: "/es/me/privacy?from=1&to=2" }],
  ["query", { path: "/es/me/profile?from=2&to=2" }],
  ["key", { key: `${key}0` }],
  ["value", { values: { ...values, b: "3" } }],
  ["order of one field's values", { values: { ...values, a: ["3", "1"] } }],
  ["field", { values: { ...values, c: "" } }],
])("another %s makes another request", (_, changed) => {
  expect(name(changed)).not.toBe(name());
});

test.each([undefined, null, "", "short", "x".repeat(201), "with a space in it somewhere", "a\u0000".repeat(10), [key]])(
  "no request is named by what is no key: %j",
  (key) => expect(name({ key })).toBeNull(),
);
