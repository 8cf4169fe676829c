import { expect, test } from "vitest";
import { rangeOf } from "#app/files/range.rules.ts";

test.each([
  [null, null],
  ["bytes=0-", { first: 0, last: 999 }],
  ["bytes=10-19", { first: 10, last: 19 }],
  ["bytes=990-5000", { first: 990, last: 999 }],
  ["bytes=-5", { first: 995, last: 999 }],
  ["bytes=-5000", { first: 0, last: 999 }],
  ["bytes=5-1", null],
  ["bytes=0-0,5-6", null],
  ["rubbish", null],
  ["bytes=-", null],
  ["bytes=1000-", "beyond"],
  ["bytes=-0", "beyond"],
])("of a thousand bytes, %s asks for %o", (range, asked) => {
  expect(rangeOf({ range, ifRange: null, tag: '"a"' }, 1000)).toEqual(asked);
});

test("whoever has begun another file gets the whole", () => {
  expect(rangeOf({ range: "bytes=5-", ifRange: '"b"', tag: '"a"' }, 10)).toBeNull();
  expect(rangeOf({ range: "bytes=5-", ifRange: '"a"', tag: '"a"' }, 10)).toEqual({ first: 5, last: 9 });
});
