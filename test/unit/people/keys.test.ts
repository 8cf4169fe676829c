import { describe, expect, test } from "vitest";
import { alikenessOf, mailKeys, nameKeys } from "#app/people/matching/keys.rules.ts";
import { id } from "#test/support/ids.ts";

const nobody = { secondSurname: null, nativeName: null, kana: null, latinName: null };
const institutionId = id("institution", "aduana");
const keys = (names: Partial<Parameters<typeof nameKeys>[0]>) =>
  nameKeys({ ...nobody, familyName: "", givenName: "", institutionId, ...names });

describe("two who may be one", () => {
  test("have keys even where a name is a word of the language that this is written in", () => {
    expect(keys({ familyName: "toString", givenName: "constructor" }).length).toBeGreaterThan(0);
  });

  test.each([
    [
      { familyName: "Peña", givenName: "María" },
      { familyName: "PENA", givenName: "Ma." },
    ],
    [
      { familyName: "de la Cruz", givenName: "José Juan" },
      { familyName: "Juan", givenName: "Jose Cruz" },
    ],
    [
      { familyName: "Satō", givenName: "Yūko" },
      { familyName: "Satou", givenName: "Yuuko" },
    ],
    [
      { familyName: "Takahashi", givenName: "Shin’ichi" },
      { familyName: "Takahasi", givenName: "Shin Ichi" },
    ],
    [
      { familyName: "澤田", givenName: "榮" },
      { familyName: "沢田", givenName: "栄" },
    ],
    [
      { familyName: "Ito", givenName: "Ken", nativeName: "伊藤 健" },
      { familyName: "伊藤", givenName: "健" },
    ],
    [
      { familyName: "伊藤", givenName: "健", kana: "イトー ケン" },
      { familyName: "伊東", givenName: "謙", kana: "いと けん" },
    ],
  ])("have a key in common: %o and %o", (one, other) => {
    const own = keys(one);
    expect(keys(other).some((key) => own.includes(key))).toBe(true);
  });

  test.each([
    [
      { familyName: "Peña", givenName: "María" },
      { familyName: "Peña", givenName: "Mario" },
    ],
    [
      { familyName: "伊藤", givenName: "健" },
      { familyName: "伊東", givenName: "健" },
    ],
    [
      { familyName: "Peña", givenName: "Ana", institutionId: null },
      { familyName: "Peña", givenName: "Ana" },
    ],
  ])("have none: %o and %o", (one, other) => {
    const own = keys(one);
    expect(keys(other).some((key) => own.includes(key))).toBe(false);
  });

  test("are alike by an address as well", () => {
    expect(mailKeys("a@b.example").map(alikenessOf)).toEqual(["mail"]);
    expect(mailKeys(null)).toEqual([]);
    expect(keys({ familyName: "Peña", givenName: "Ana" }).map(alikenessOf)).toEqual(["name"]);
  });
});
