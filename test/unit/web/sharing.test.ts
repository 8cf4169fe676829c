import { expect, test } from "vitest";
import { sharedText } from "#app/web/sharing.tsx";

test.each([
  ["in one line", " Uno\n\ndos  tres ", "Uno dos tres"],
  ["as it is, where it is short enough", "a".repeat(300), "a".repeat(300)],
  ["cut short, with a sign of that", "a".repeat(301), `${"a".repeat(299)}…`],
  ["without a sign that is cut in two", "𠮷".repeat(400), `${"𠮷".repeat(299)}…`],
  ["empty", "", ""],
])("others are shown a text %s", (_, text, shown) => {
  expect(sharedText(text)).toBe(shown);
});
