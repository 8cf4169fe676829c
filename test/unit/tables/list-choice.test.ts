import { expect, test } from "vitest";
import { fileAt } from "#app/addresses.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { chosenColumns, type List, readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { factText } from "#app/tables/list-text.ts";

type Guest = { name: string; seats: number | null; kana: string };

const guests: List<Guest> = {
  name: "guests",
  title: () => "Guests",
  keyOf: ({ name }) => name,
  columns: [
    { name: "name", label: () => "Name", value: ({ name }) => name, isHeading: true, isSortable: true },
    { name: "kana", label: () => "Kana", value: ({ kana }) => kana, isExtra: true },
    { name: "seats", label: () => "Seats", kind: "number", value: ({ seats }) => seats, isSortable: true },
  ],
};

const rows: Guest[] = [
  { name: "Núñez", seats: 9, kana: "" },
  { name: "Álvarez", seats: 10, kana: "" },
  { name: "Ortega", seats: null, kana: "" },
];

const choose = (query: string) => readChoice(new URL(`http://x/?${query}`), guests);
const names = (query: string) => chosenColumns(guests, choose(query)).map(({ name }) => name);
const sorted = (query: string) =>
  inChosenOrder(rows, guests, choose(query), { t: translator("es"), locale: "es" }).map(({ name }) => name);

test("columns are chosen by names with commas, or one by one as a form sends them", () => {
  expect(names("columns=seats,kana")).toEqual(["name", "kana", "seats"]);
  expect(names("columns=kana&columns=seats")).toEqual(["name", "kana", "seats"]);
  expect(names("columns=kana")).toEqual(["name", "kana"]);
  for (const query of ["columns=all", "columns=all,seats", "columns=kana&columns=all"])
    expect(names(query)).toEqual(["name", "kana", "seats"]);
});

test("without a choice, and with one of nothing that there is, all but the extra columns are shown", () => {
  for (const query of ["", "columns=", "columns=other", `columns=${"x".repeat(100_000)}`, "columns=__proto__"])
    expect(names(query), query.slice(0, 40)).toEqual(["name", "seats"]);
});

test("rows are sorted as readers expect, either way, and what is empty comes last", () => {
  expect(sorted("sort=name")).toEqual(["Álvarez", "Núñez", "Ortega"]);
  expect(sorted("sort=-name")).toEqual(["Ortega", "Núñez", "Álvarez"]);
  expect(sorted("sort=seats")).toEqual(["Núñez", "Álvarez", "Ortega"]);
  expect(sorted("sort=-seats")).toEqual(["Álvarez", "Núñez", "Ortega"]);
});

test("what the list cannot be sorted by leaves it in its own order", () => {
  for (const query of ["", "sort=", "sort=-", "sort=kana", "sort=other", "sort=--name"])
    expect(sorted(query), query).toEqual(["Núñez", "Álvarez", "Ortega"]);
});

test("a fact alone is written as its kind wants it", () => {
  expect(factText(0.8333, "share", "es", undefined)).toBe("83%");
  expect(factText(1234, "number", "es", undefined)).toBe("1,234");
  expect(factText("2026-11-03", "day", "ja", undefined)).toBe("2026/11/3");
  expect(factText("2026-11-03T15:00:00.000Z", "instant", "en", "Asia/Tokyo")).toBe("4 Nov 2026, 00:00");
  expect(factText(null, "number", "es", undefined)).toBe("–");
});

test("a list's file stands at its address, and asks for the same", () => {
  expect(fileAt("/es/desk", "xlsx")).toBe("/es/desk.xlsx");
  expect(fileAt("/es/desk?state=open&q=a.b", "csv")).toBe("/es/desk.csv?state=open&q=a.b");
});
