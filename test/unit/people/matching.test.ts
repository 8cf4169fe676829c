import { describe, expect, test } from "vitest";
import type { Recognised } from "#app/people/matching/matching.rules.ts";
import { findMatch, isOneSlip, type Known, matchingIndex } from "#app/people/matching/matching.rules.ts";

const none = { email: "", native: "", latin: "", kana: "", institutionId: null };
const people: Known<string>[] = [
  { ...none, id: "maria", native: "María Peña Núñez", email: "maria@example.mx", institutionId: "aduana" },
  {
    ...none,
    id: "taro",
    native: "髙橋 太郎",
    latin: "Takahashi Tarō",
    kana: "タカハシ タロウ",
    email: "taro@example.jp",
    institutionId: "zeikan",
  },
  { ...none, id: "yuko", native: "大野 裕子", latin: "Ōno Yūko", kana: "オオノ ユウコ", institutionId: "zeikan" },
  { ...none, id: "juan", native: "José Juan de la Cruz Pérez", institutionId: "aduana" },
  { ...none, id: "juan2", native: "José Juan de la Cruz Pérez", institutionId: "puerto" },
  { ...none, id: "twin1", native: "Ana López Díaz", institutionId: "puerto" },
  { ...none, id: "twin2", native: "Ana López Díaz", institutionId: "puerto" },
];
const index = matchingIndex(people);
const verdict = (row: Partial<Recognised>) => {
  const match = findMatch(index, { ...none, ...row });
  if (match.verdict === "same") return `${match.id} by ${match.by}`;
  return match.verdict === "ask" ? `asks ${match.ids.join(" ")}` : "nobody";
};
const maria = { native: "María Peña Núñez", institutionId: "aduana" };
const taro = { native: "髙橋 太郎", latin: "Takahashi Tarō", kana: "タカハシ タロウ", institutionId: "zeikan" };

describe("a row of a list means", () => {
  test.each<[string, Partial<Recognised>, string]>([
    ["as it is", { ...maria, email: "maria@example.mx" }, "maria by email"],
    ["without an address", maria, "maria by name"],
    ["in capitals", { ...maria, native: "MARÍA PEÑA NÚÑEZ" }, "maria by name"],
    ["without accents", { ...maria, native: "Maria Pena Nunez" }, "maria by name"],
    ["surnames first", { ...maria, native: "Peña Núñez, María" }, "maria by name"],
    ["María shortened", { ...maria, native: "Ma. Peña Núñez" }, "maria by name"],
    ["particles left out", { native: "José Juan Cruz Pérez", institutionId: "aduana" }, "juan by name"],
    [
      "another house, the same address",
      { ...maria, email: "maria@example.mx", institutionId: "puerto" },
      "maria by email",
    ],
    ["a slip, the same address", { native: "María Peña Núñze", email: "maria@example.mx" }, "maria by email"],
    ["old kanji become new", { ...taro, native: "高橋太郎" }, "taro by name"],
    ["half-width kana", { ...taro, kana: "ﾀｶﾊｼ ﾀﾛｳ" }, "taro by name"],
    ["hiragana", { ...taro, kana: "たかはし たろう" }, "taro by name"],
    ["Latin alone, long vowels spelled", { latin: "Takahashi Tarou", institutionId: "zeikan" }, "taro by name"],
    ["Latin alone, family name last", { latin: "Taro TAKAHASHI", institutionId: "zeikan" }, "taro by name"],
    ["Latin alone, oh for ō", { latin: "Ohno Yuuko", institutionId: "zeikan" }, "yuko by name"],
    ["Latin alone, in Kunrei", { latin: "Takahasi Taro", institutionId: "zeikan" }, "taro by name"],
  ])("somebody who is here: %s", (_name, row, expected) => {
    expect(verdict(row)).toBe(expected);
  });

  test.each<[string, Partial<Recognised>, string]>([
    ["no institution", { native: "María Peña Núñez" }, "asks maria"],
    ["one surname", { ...maria, native: "María Peña" }, "asks maria"],
    ["another address", { ...maria, email: "otra@example.mx" }, "asks maria"],
    ["somebody else's address", { native: "Sofía Ruiz Vargas", email: "maria@example.mx" }, "asks maria"],
    ["letters swapped", { ...maria, native: "María Peña Núñze" }, "asks maria"],
    ["kana alone", { kana: "タカハシ タロウ", institutionId: "zeikan" }, "asks taro"],
    ["another kanji read the same", { ...taro, native: "高橋 太朗" }, "asks taro"],
    ["a namesake in the same house", { native: "Ana López Díaz", institutionId: "puerto" }, "asks twin1 twin2"],
    ["the whole name elsewhere", { native: "José Juan de la Cruz Pérez" }, "asks juan juan2"],
  ])("somebody who has to be asked about: %s", (_name, row, expected) => {
    expect(verdict(row)).toBe(expected);
  });

  test.each<[string, Partial<Recognised>]>([
    ["a stranger", { native: "Haruka Soto Lara", email: "haruka@example.org", institutionId: "aduana" }],
    ["another kana", { native: "髙橋 太郎", kana: "タカハシ タイロウ", institutionId: "elsewhere" }],
    ["a first name alone in common", { native: "María Ruiz Vargas", institutionId: "aduana" }],
    ["nothing", {}],
  ])("nobody who is here: %s", (_name, row) => {
    expect(verdict(row)).toBe("nobody");
  });

  test("among those who share an office's address, the one with the whole name, or nobody without asking", () => {
    const office = { email: "oficina@example.mx", institutionId: "aduana" };
    const sharing = matchingIndex([
      { ...none, ...office, id: "ana", native: "Ana López" },
      { ...none, ...office, id: "anaDiaz", native: "Ana López Díaz" },
      { ...none, ...office, id: "twin1", native: "Eva Soto Lara" },
      { ...none, ...office, id: "twin2", native: "Eva Soto Lara", kana: "エバ" },
    ]);
    const meant = (native: string) => findMatch(sharing, { ...none, ...office, native });
    expect(meant("Ana López")).toEqual({ verdict: "same", id: "ana", by: "email" });
    expect(meant("Ana López Díaz")).toEqual({ verdict: "same", id: "anaDiaz", by: "email" });
    expect(meant("Eva Soto Lara")).toEqual({ verdict: "ask", ids: ["twin1", "twin2"] });
    expect(meant("Eva Soto")).toEqual({ verdict: "ask", ids: ["twin1", "twin2"] });
    expect(meant("Eva Sotto Lara")).toEqual({ verdict: "ask", ids: ["twin1", "twin2"] });
  });

  test("a slip is one letter lost, added, taken for another, or two that changed places", () => {
    const slips = ["nunez", "nunz", "nunnez", "numez", "nuenz"].map((word) => isOneSlip(word, "nunez"));
    expect(slips).toEqual([true, true, true, true, true]);
    expect(["nuz", "nemez", "nunezes"].map((word) => isOneSlip(word, "nunez"))).toEqual([false, false, false]);
  });
});
