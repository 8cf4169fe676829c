import fc from "fast-check";
import { expect, test } from "vitest";
import { mostParts, readDecimal, writeDecimal } from "#app/programmes/decimal.rules.ts";

test.each([
  ["1250.5", 2, 125_050],
  ["1,250.50", 2, 125_050],
  ["１２５０．５", 2, 125_050],
  [" 0 ", 2, 0],
  ["-3.1", 2, -310],
  ["−3", 0, -3],
  ["-0", 2, 0],
  ["1,25", 2, null],
  ["1.250,5", 2, null],
  ["0.125", 2, null],
  ["1e3", 2, null],
  ["", 2, null],
  ["12.", 2, null],
  [".5", 2, null],
  ["20000000", 2, null],
  ["99999999999999999999", 0, null],
] as const)("%j with %i digits is %j", (typed, digits, parts) => {
  expect(readDecimal(typed, digits)).toBe(parts);
});

test("what a field shows is read back as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: -mostParts, max: mostParts }), fc.integer({ min: 0, max: 6 }), (parts, digits) => {
      expect(readDecimal(writeDecimal(parts, digits), digits)).toBe(parts === 0 ? 0 : parts);
    }),
  );
});
