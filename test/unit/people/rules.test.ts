import { describe, expect, test } from "vitest";
import { roles } from "#app/access/permissions.ts";
import { accountState, leavesNoAdministrator, placeRules, suggestCertificateNames } from "#app/people/rules.ts";

const names = { familyName: "Núñez", givenName: "Mariana", secondSurname: "Ortega", nativeName: null, kana: "マリアナ・ヌニェス" };

describe("what a certificate could say", () => {
  test("a Mexican name is given, surname, second surname, with its kana beneath", () => {
    expect(suggestCertificateNames(names)).toEqual({ name: "Mariana Núñez Ortega", secondName: "マリアナ・ヌニェス" });
    expect(suggestCertificateNames({ ...names, secondSurname: null, kana: null })).toEqual({ name: "Mariana Núñez", secondName: "" });
  });

  test("a Japanese name is in its own script, with the Latin form beneath", () => {
    const haruka = { familyName: "Takahashi", givenName: "Haruka", secondSurname: null, nativeName: "髙橋 遥", kana: "タカハシ ハルカ" };
    expect(suggestCertificateNames(haruka)).toEqual({ name: "髙橋 遥", secondName: "TAKAHASHI Haruka" });
    expect(suggestCertificateNames({ ...haruka, familyName: "Ōnishi" }).secondName).toBe("ŌNISHI Haruka");
  });

  test("nobody's kanji are offered as Latin letters", () => {
    const haruka = { familyName: "髙橋", givenName: "遥", secondSurname: null, nativeName: "髙橋 遥", kana: null };
    expect(suggestCertificateNames(haruka)).toEqual({ name: "髙橋 遥", secondName: "" });
  });
});

test("every role says where it holds, and those that the database binds to a place need one", () => {
  const needed = roles.filter((role) => placeRules[role]?.isNeeded).map((role) => [role, placeRules[role]?.kind]);
  expect(needed).toEqual([
    ["coordinator", "programme"],
    ["instructor", "workshop"],
    ["focalPoint", "institution"],
  ]);
});

test("the last administrator is the only one who can sign in", () => {
  expect(leavesNoAdministrator(["a"], "a")).toBe(true);
  expect(leavesNoAdministrator([], "a")).toBe(true);
  expect(leavesNoAdministrator(["a", "b"], "a")).toBe(false);
  expect(leavesNoAdministrator(["b"], "a")).toBe(false);
});

test.each([
  [null, true, "active"],
  [null, false, "invited"],
  ["2026-11-23T00:00:00.000Z", true, "disabled"],
  ["2026-11-23T00:00:00.000Z", false, "disabled"],
])("disabled at %s, with a password %s: %s", (disabledAt, hasPassword, expected) => {
  expect(accountState({ disabledAt, hasPassword })).toBe(expected);
});
