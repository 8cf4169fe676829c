import { expect, test } from "vitest";
import { paging } from "#app/web/paging.ts";
import { queryChoice, queryCount, queryPage, queryText } from "#app/web/search-params.ts";

const address = (query: string) => new URL(`https://puente.example/es/workshops?${query}`);

test.each([
  ["", ""],
  ["q=", ""],
  ["q=%20%20aduana%20", "aduana"],
  ["q=a%00b%0Ac", "a b c"],
  ["q=first&q=second", "first"],
  ["q=%ED%A0%80", "\ufffd\ufffd\ufffd"],
  ["other=x", ""],
])("the text of %j is %j", (query, text) => {
  expect(queryText(address(query), "q")).toBe(text);
});

test("a text is cut, and a character that the cut would halve is no longer a half", () => {
  expect(queryText(address(`q=${"x".repeat(300)}`), "q")).toBe("x".repeat(100));
  expect(queryText(address(`q=${"x".repeat(99)}𠮷`), "q")).toBe(`${"x".repeat(99)}\ufffd`);
  expect(queryText(address("q=abcdef"), "q", 3)).toBe("abc");
});

test.each([
  ["country=MX", "MX"],
  ["country=mx", null],
  ["country=", null],
  ["country=toString", null],
  ["country=JP&country=MX", "JP"],
  ["", null],
])("the choice of %j is %j", (query, choice) => {
  expect(queryChoice(address(query), "country", ["MX", "JP"])).toBe(choice);
});

test.each([
  ["saved=0", 0],
  ["saved=12", 12],
  ["saved=9999", 9999],
  ["saved=10000", null],
  ["saved=-1", null],
  ["saved=1.5", null],
  ["saved=1e3", null],
  ["saved=", null],
  ["", null],
])("the count of %j is %j", (query, count) => {
  expect(queryCount(address(query), "saved")).toBe(count);
});

test.each([
  ["", 1],
  ["page=1", 1],
  ["page=12", 12],
  ["page=99999", 99_999],
])("the page of %j is %j", (query, page) => {
  expect(queryPage(address(query))).toBe(page);
});

test.each(["0", "-1", "01", "1.5", "1e3", "１", "999999", "NaN", "x", " 2"])("page %j is the first", (page) => {
  expect(queryPage(address(`page=${encodeURIComponent(page)}`))).toBe(1);
});

test("a list has a page even where it is empty, and none beyond its last", () => {
  expect(paging(0, 20, 1)).toEqual({ page: 1, pages: 1 });
  expect(paging(20, 20, 2)).toEqual({ page: 1, pages: 1 });
  expect(paging(21, 20, 2)).toEqual({ page: 2, pages: 2 });
  expect(paging(21, 20, 99_999)).toEqual({ page: 2, pages: 2 });
});
