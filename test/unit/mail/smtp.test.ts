import { expect, test } from "vitest";
import { requiresTls } from "#app/mail/smtp.ts";

test.each([
  ["smtp://puente:secret@mail.example:587", true],
  ["smtp://puente:secret@mail.example:587?requireTLS=false", false],
  ["smtp://mail.example", false],
  ["smtp://puente:secret@127.0.0.1:2525", false],
  ["smtp://puente:secret@[::1]:2525", false],
])("%s: encryption is a condition: %s", (url, expected) => {
  expect(requiresTls(url)).toBe(expected);
});
