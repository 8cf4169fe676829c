import { expect, test } from "vitest";
import { isCommonPassword } from "#app/sign-in/password/common-passwords.ts";

test.each([
  ["passwordpassword"],
  ["PasswordPassword1"],
  ["Ｐａｓｓｗｏｒｄ１２３４５６７"],
  ["contraseña12345"],
  ["パスワードパスワードパスワード"],
  ["aaaaaaaaaaaaaaaa"],
  ["abcabcabcabcabcabc"],
  ["ramirezramirezramirez"],
  ["ramirezramirezra"],
  ["1234567890123456"],
  ["qwertyuiopasdfghjkl"],
  ["abcdefghijklmnop"],
  ["zyxwvutsrqponmlk"],
  ["bienvenido-puente-2026"],
  ["mexico.japon.2026"],
  ["                    "],
])("%s is easy to guess", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each([
  ["correct horse battery staple"],
  ["cuatro palabras sin relación"],
  ["雨の日に古い橋を渡る青い猫たち"],
  ["かささぎのわたせるはしにおくしもの"],
  ["tR4!m0-xq9.Lw2zP"],
  ["x7k2m9qxw4t8rd3v"],
])("%s is not", (password) => {
  expect(isCommonPassword(password)).toBe(false);
});

test("the reader's own names and address count as easy, in any width and case", () => {
  const own = ["mariana.nunez", "Mariana", "Núñez", "ana"];
  expect(isCommonPassword("mariana.nunez2026")).toBe(false);
  expect(isCommonPassword("mariana.nunez2026", own)).toBe(true);
  expect(isCommonPassword("Ｍａｒｉａｎａ　Núñez 1985", own)).toBe(true);
});

test("a short name takes nothing away from a good password", () => {
  expect(isCommonPassword("la ventana del banano", ["ana"])).toBe(false);
});
