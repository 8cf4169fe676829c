import { expect, test } from "vitest";
import { ownPath } from "#app/web/own-path.ts";

test.each([
  ["/"],
  ["/es/me"],
  ["/ja/workshops/MJ-2026-01?tab=sessions&page=2"],
  ["/es/desk?next=https://evil.test"],
  ["/es/%E6%97%A5%E6%9C%AC"],
])("%s is ours", (path) => {
  expect(ownPath(path)).toBe(path);
});

test("dots are resolved, and a fragment stays with the browser", () => {
  expect(ownPath("/es/desk/../me")).toBe("/es/me");
  expect(ownPath("/es/me#top")).toBe("/es/me");
});

test.each([
  ["//evil.test"],
  ["///evil.test"],
  ["/\\evil.test"],
  ["\\\\evil.test"],
  ["/\\/evil.test"],
  ["/es\\..\\..\\evil.test"],
  ["https://evil.test/es/me"],
  ["https:/evil.test"],
  ["http:evil.test"],
  ["javascript:alert(1)"],
  ["JavaScript:alert(1)//"],
  ["data:text/html,x"],
  ["es/me"],
  ["?next=/es/me"],
  [""],
  ["/\tevil.test"],
  ["/\t/evil.test"],
  ["/\n/evil.test"],
  ["/\r\nSet-Cookie: a=b"],
  [" //evil.test"],
  ["/ /evil.test"],
  ["/日本"],
  ["/\u0000"],
  ["/..//evil.test"],
  ["/.//evil.test"],
  ["/%2e//evil.test"],
  ["/%2E%2e//evil.test"],
  ["/es/..//evil.test"],
  ["/es/../..//evil.test/%2e%2e/x"],
  [`/${"x".repeat(500)}`],
])("%j is refused", (value) => {
  expect(ownPath(value)).toBeNull();
});

test.each([[undefined], [null], [42], [["/es/me"]], [{ toString: () => "/es/me" }]])("%j is no path", (value) => {
  expect(ownPath(value)).toBeNull();
});

test("what passes stays on our host, as an address and as a redirect", () => {
  const tricks = [
    "/..;//evil.test",
    "/%2f/evil.test",
    "/%5cevil.test",
    "/%09/evil.test",
    "/@evil.test",
    "/;@evil.test",
    "/es//evil.test",
  ];
  for (const trick of tricks)
    expect(new URL(ownPath(trick) ?? "/", "https://puente.example").host).toBe("puente.example");
});
