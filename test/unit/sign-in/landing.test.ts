import { expect, test } from "vitest";
import { type Role, roles } from "#app/access/permissions.ts";
import { landingPath, onwardPath } from "#app/sign-in/landing.ts";

const homes: Record<Role, string> = {
  administrator: "/es/desk",
  coordinator: "/es/desk",
  instructor: "/es/desk",
  manager: "/es/progress",
  focalPoint: "/es/me",
  official: "/es/me",
};

test.each(roles)("%s has a page to begin with", (role) => {
  expect(landingPath([role], "es")).toBe(homes[role]);
});

test("of several roles the one with a desk decides, and without any there is still a page", () => {
  expect(landingPath(["official", "manager", "instructor"], "ja")).toBe("/ja/desk");
  expect(landingPath(["official", "manager"], "en")).toBe("/en/progress");
  expect(landingPath([], "en")).toBe("/en/me");
});

test("the wish to go on is followed within our own pages", () => {
  expect(onwardPath("/ja/workshops/MJ-2026-01?tab=2")).toBe("/ja/workshops/MJ-2026-01?tab=2");
});

test.each([["/es/sign-in"], ["/es/sign-in?next=%2Fes%2Fsign-in"], ["/ja/sign-out"], ["/./es/sign-in"]])(
  "%s would only lead back",
  (next) => {
    expect(onwardPath(next)).toBeNull();
  },
);

test.each([
  ["/..//evil.test"],
  ["/.//evil.test"],
  ["/%2e%2e//evil.test"],
  ["/es/..//..//evil.test"],
  ["//evil.test"],
  [undefined],
])("%s leads nowhere else", (next) => {
  const path = onwardPath(next) ?? "/";
  expect(new URL(path, "https://puente.example").host).toBe("puente.example");
  expect(path).not.toMatch(/^\/\//);
});
