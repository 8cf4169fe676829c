import { expect, test } from "vitest";
import { langOfName } from "#app/i18n/script.ts";

test.each(["髙橋 遥", "テレサ・バニュエロス", "さくら", "𠮷川"])("%s is marked as Japanese", (name) => {
  expect(langOfName(name)).toBe("ja");
});

test.each(["Teresa Bañuelos Rivas", "TAKAHASHI Haruka", "Ryō", ""])("%s keeps the page's language", (name) => {
  expect(langOfName(name)).toBeUndefined();
});
