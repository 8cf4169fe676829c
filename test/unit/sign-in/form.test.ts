import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { newPasswordForm, signInForm } from "#app/sign-in/form.ts";
import { passwordLength } from "#app/sign-in/password/password-length.ts";

/** The first of each field, as the guard shows them. */
const messages = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    (newPasswordForm.safeParse(fields).error?.issues ?? [])
      .map(({ path, message }) => [path.join("."), message])
      .reverse(),
  );

test.each([
  ["x".repeat(14), "access:form.passwordTooShort"],
  // fourteen characters, twenty-eight units
  ["𠮷".repeat(14), "access:form.passwordTooShort"],
  ["x".repeat(129), "access:form.passwordTooLong"],
  ["", "access:form.passwordMissing"],
])("a new password %j is refused with a message that says why", (password, message) => {
  expect(messages({ password, passwordAgain: password }).password).toBe(message);
});

test.each([["x".repeat(15)], ["x".repeat(128)], ["  spaces around it are kept  "], ["雨の日に古い橋を渡る青い猫たち"]])(
  "a new password %j is taken as it is typed",
  (password) => {
    expect(newPasswordForm.parse({ password, passwordAgain: password }).password).toBe(password);
  },
);

test("both have to be the same", () => {
  expect(messages({ password: "x".repeat(20), passwordAgain: "x".repeat(21) })).toEqual({
    passwordAgain: "access:form.passwordsDiffer",
  });
});

test.each(locales)("the messages in %s name the lengths that hold", (locale) => {
  const { form } = JSON.parse(readFileSync(`locales/${locale}/access.json`, "utf8"));
  expect(form.passwordTooShort).toContain(String(passwordLength.min));
  expect(form.passwordTooLong).toContain(String(passwordLength.max));
});

test("an address is compared in one form, and a wish to go on that makes no sense is dropped", () => {
  const parsed = signInForm.parse({ email: " Ｍａｒｉａｎａ@Example.ORG ", password: " x ", next: ["/a", "/b"] });
  expect(parsed).toEqual({ email: "mariana@example.org", password: " x ", next: undefined });
});
