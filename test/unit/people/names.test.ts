import { describe, expect, test } from "vitest";
import { addressedName, registerName, shownName, suggestCertificateNames } from "#app/people/names.ts";

const names = {
  familyName: "Núñez",
  givenName: "Mariana",
  secondSurname: "Ortega",
  nativeName: null,
  kana: "マリアナ・ヌニェス",
};

describe("what a certificate could say", () => {
  test("a Mexican name is given, surname, second surname, with its kana beneath", () => {
    expect(suggestCertificateNames(names)).toEqual({ name: "Mariana Núñez Ortega", secondName: "マリアナ・ヌニェス" });
    expect(suggestCertificateNames({ ...names, secondSurname: null, kana: null })).toEqual({
      name: "Mariana Núñez",
      secondName: "",
    });
  });

  test("a Japanese name is in its own script, with the Latin form beneath", () => {
    const haruka = {
      familyName: "Takahashi",
      givenName: "Haruka",
      secondSurname: null,
      nativeName: "髙橋 遥",
      kana: "タカハシ ハルカ",
    };
    expect(suggestCertificateNames(haruka)).toEqual({ name: "髙橋 遥", secondName: "TAKAHASHI Haruka" });
    expect(suggestCertificateNames({ ...haruka, familyName: "Ōnishi" }).secondName).toBe("ŌNISHI Haruka");
  });

  test("nobody's kanji are offered as Latin letters", () => {
    const haruka = { familyName: "髙橋", givenName: "遥", secondSurname: null, nativeName: "髙橋 遥", kana: null };
    expect(suggestCertificateNames(haruka)).toEqual({ name: "髙橋 遥", secondName: "" });
  });
});

const mariana = { ...names, latinName: null };
const haruka = {
  familyName: "Takahashi",
  givenName: "Haruka",
  secondSurname: null,
  nativeName: "髙橋 遥",
  latinName: null,
};

test("a list shows people as they write themselves, with what the other country can read", () => {
  expect(shownName(mariana)).toEqual({ name: "Mariana Núñez Ortega", second: "", isJapanese: false });
  expect(shownName(haruka)).toEqual({ name: "髙橋 遥", second: "Takahashi Haruka", isJapanese: true });
  expect(shownName({ ...haruka, latinName: "TAKAHASHI HARUKA" }).second).toBe("TAKAHASHI HARUKA");
});

test("a letter addresses its reader in the letters of its language", () => {
  expect(addressedName(haruka, "ja")).toBe("髙橋 遥");
  expect(addressedName(haruka, "es")).toBe("Haruka Takahashi");
  expect(addressedName(mariana, "ja")).toBe("Mariana Núñez Ortega");
});

test("a register has the family name first, and the other script beside it", () => {
  expect(registerName(mariana, "ja")).toEqual({ name: "Núñez Ortega, Mariana", other: null });
  expect(registerName(haruka, "ja")).toEqual({ name: "髙橋 遥", other: "Takahashi, Haruka" });
  expect(registerName(haruka, "en")).toEqual({ name: "Takahashi, Haruka", other: "髙橋 遥" });
});
