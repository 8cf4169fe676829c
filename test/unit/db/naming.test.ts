import { expect, test } from "vitest";
import { quotedName } from "#db/dialect/naming.ts";

test.each([
  ["seatsTaken", '"seats_taken"'],
  ["id", '"id"'],
  ['a"b', '"a""b"'],
])("%s is written %s", (name, expected) => {
  expect([quotedName(name), quotedName(name)]).toEqual([expected, expected]);
});
