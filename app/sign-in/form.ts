import { z } from "zod";
import { passwordLength } from "#app/sign-in/password/password-length.ts";
import { email } from "#app/web/fields.ts";

/** A password is taken as typed: no trimming, no rules of composition. */
const anyPassword = z
  .string()
  .default("")
  .refine((text) => text !== "", "access:form.passwordMissing")
  .refine((text) => text.length <= passwordLength.max, "access:form.passwordTooLong");

export const signInForm = z.object({
  email,
  password: anyPassword,
  next: z.string().max(500).optional().catch(undefined),
});
export type SignInInput = z.output<typeof signInForm>;

export const passwordLinkForm = z.object({ email });
export type PasswordLinkInput = z.output<typeof passwordLinkForm>;

export const newPassword = anyPassword.refine(
  (text) => [...text].length >= passwordLength.min,
  "access:form.passwordTooShort",
);

export const newPasswordFields = { password: newPassword, passwordAgain: z.string().default("") };

export const isRepeated = ({ password, passwordAgain }: { password: string; passwordAgain: string }) =>
  password === passwordAgain;
export const notRepeated = { path: ["passwordAgain"], message: "access:form.passwordsDiffer" };

export const newPasswordForm = z.object(newPasswordFields).refine(isRepeated, notRepeated);

export type NewPasswordInput = z.output<typeof newPasswordForm>;
