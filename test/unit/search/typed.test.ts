import { expect, test } from "vitest";
import { numberBeginning } from "#app/search/numbers.rules.ts";
import { withoutHonorifics } from "#app/search/typed.rules.ts";

test("polite forms that are copied together with a name are dropped", () => {
  const found = {
    髙橋遥様: "髙橋遥",
    "高橋 遥 様": "高橋 遥",
    たかはしさん: "たかはし",
    "Takahashi-san": "Takahashi",
    "takahashi haruka sama": "takahashi haruka",
    "Lic. Mariana Núñez": "Mariana Núñez",
    "Sra Dra. Núñez": "Núñez",
    "Mr. Ando": "Ando",
    安藤先生: "安藤",
  };
  for (const [typed, name] of Object.entries(found)) expect(withoutHonorifics(typed)).toBe(name);
});

test("what may be a name stays", () => {
  for (const name of ["鵜殿", "San Luis Potosí", "Don", "スサン", "様", "Sandra", "", "Doctor Mora"])
    expect(withoutHonorifics(name)).toBe(name);
});

test("a number goes on behind the code of its workshop", () => {
  expect(numberBeginning("MJ-2026-03-00")).toEqual({
    beginning: "MJ-2026-03-00",
    codes: ["MJ", "MJ-2026", "MJ-2026-03"],
  });
  expect(numberBeginning("ｍｊ－2026－03－0007－7K2M")?.beginning).toBe("MJ-2026-03-0007-7K2M");
  for (const typed of ["", "MJ", "MJ-", "takahashi", "MJ-A", "MJ_2026-1", `MJ-${"1".repeat(90)}`, "髙橋-1"])
    expect(numberBeginning(typed)).toBeNull();
});
