import { describe, expect, test } from "vitest";
import {
  addressedName,
  nameOrder,
  registerName,
  shownName,
  sortKeys,
  suggestCertificateNames,
} from "#app/people/names.ts";

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

const mariana = { ...names, latinName: null, country: "MX" };
const haruka = {
  country: "JP",
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

test("a Japanese letter has a Japanese family name first, even where its kanji are not known yet", () => {
  expect(addressedName({ ...haruka, nativeName: null }, "ja")).toBe("Takahashi Haruka");
  expect(addressedName({ ...haruka, nativeName: null }, "es")).toBe("Haruka Takahashi");
});

test("a register has the family name first, and the other script beside it", () => {
  expect(registerName(mariana, "ja")).toEqual({ name: "Núñez Ortega, Mariana", other: null });
  expect(registerName(haruka, "ja")).toEqual({ name: "髙橋 遥", other: "Takahashi, Haruka" });
  expect(registerName(haruka, "en")).toEqual({ name: "Takahashi, Haruka", other: "髙橋 遥" });
});

describe("the order of a list of people", () => {
  const unnamed = { givenName: "A", secondSurname: null, nativeName: null, kana: null, latinName: null };
  const people = [
    { ...unnamed, familyName: "Zamudio" },
    { ...unnamed, familyName: "Ōtsuka", nativeName: "大塚 蓮", kana: "オオツカ レン" },
    { ...unnamed, familyName: "Álvarez", secondSurname: "Ruiz", givenName: "Óscar" },
    { ...unnamed, familyName: "Álvarez", secondSurname: "Ruiz", givenName: "Ana" },
    { ...unnamed, familyName: "Alvarez", secondSurname: "Díaz" },
    { ...unnamed, familyName: "Nuñez" },
    { ...unnamed, familyName: "Nunzio" },
    { ...unnamed, familyName: "阿部", nativeName: "阿部 海", kana: "アベ カイ", latinName: "ABE Kai" },
    { ...unnamed, familyName: "Sato", nativeName: "佐藤 葵" },
  ];
  const order = (locale: "es" | "ja") =>
    people
      .toSorted(nameOrder(locale))
      .map(({ familyName, secondSurname, givenName }) =>
        [familyName, secondSurname, givenName === "A" ? null : givenName].filter(Boolean).join(" "),
      );

  test("is that of family names, with accents where the plain letter stands", () => {
    expect(order("es")).toEqual([
      "阿部",
      "Alvarez Díaz",
      "Álvarez Ruiz Ana",
      "Álvarez Ruiz Óscar",
      "Nunzio",
      "Nuñez",
      "Ōtsuka",
      "Sato",
      "Zamudio",
    ]);
  });

  test("is that of kana for readers of Japanese, as far as there are any", () => {
    expect(order("ja").slice(0, 3)).toEqual(["阿部", "Ōtsuka", "Alvarez Díaz"]);
  });
});

test("names that somebody typed in kanji alone are a Japanese name, family name first", () => {
  const typed = { familyName: "中森", givenName: "遥", secondSurname: null, nativeName: null, latinName: null };
  expect(shownName(typed)).toEqual({ name: "中森 遥", second: "", isJapanese: true });
  expect(shownName({ ...typed, latinName: "NAKAMORI HARUKA" }).second).toBe("NAKAMORI HARUKA");
  expect(addressedName({ ...typed, country: "JP" }, "es")).toBe("中森 遥");
  expect(registerName(typed, "es")).toEqual({ name: "中森 遥", other: null });
  expect(suggestCertificateNames({ ...typed, kana: null })).toEqual({ name: "中森 遥", secondName: "" });
  // one name in kanji is no Japanese name yet
  expect(shownName({ ...typed, familyName: "Nakamori" }).isJapanese).toBe(false);
});

test("databases sort people by two columns as pages sort them", () => {
  const none = { secondSurname: null, nativeName: null, kana: null, latinName: null };
  const people = [
    { ...none, familyName: "Aldana", secondSurname: "Barragán", givenName: "Ramón" },
    { ...none, familyName: "Aldana", givenName: "Beatriz" },
    { ...none, familyName: "aldana", secondSurname: "Castañeda", givenName: "Arturo" },
    { ...none, familyName: "Álvarez", givenName: "Ñico" },
    { ...none, familyName: "Zúñiga", givenName: "Ana" },
    { ...none, familyName: "Nunzio", givenName: "Ana" },
    { ...none, familyName: "Gatō", givenName: "Ren", nativeName: "我藤 蓮", kana: "ガトウ レン" },
    { ...none, familyName: "Kawai", givenName: "Ren", nativeName: "河合 蓮", kana: "カワイ レン" },
    { ...none, familyName: "Núñez", givenName: "Ana", kana: "アナ・ヌニェス" },
    { ...none, familyName: "安藤", givenName: "康平", latinName: "ANDO KOHEI" },
    { ...none, familyName: "Ōnishi", givenName: "Ren", nativeName: "大西 蓮", kana: "オオニシ レン" },
    { ...none, familyName: "Andō", givenName: "Kōhei", nativeName: "安藤 康平", kana: "アンドウ コウヘイ" },
  ];
  const byColumn = (column: "sortName" | "sortReading") =>
    people.toSorted((a, b) => Buffer.compare(Buffer.from(sortKeys(a)[column]), Buffer.from(sortKeys(b)[column])));
  expect(byColumn("sortName")).toEqual(people.toSorted(nameOrder("es")));
  expect(byColumn("sortReading")).toEqual(people.toSorted(nameOrder("ja")));
});
