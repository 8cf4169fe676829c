import { data } from "@remix-run/node";
import type { z } from "zod";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Fields } from "./fields.ts";

/** What is said about each field; `""` is the form as a whole. */
export type FieldErrors = Record<string, FormMessage>;
export type Invalid = {
  errors: FieldErrors;
  values: Fields;
  /** Who saved the same last, and when, where the answer is that somebody has. */
  lastChange?: { by: string; at: string };
};

/** Hands a form back with what was typed. Passwords never travel back. */
export const invalid = (errors: FieldErrors, values: Fields, status = 422) =>
  data({ errors, values: withoutPasswords(values) } satisfies Invalid, { status });

/** What was typed, as far as it may be shown or kept. */
export const withoutPasswords = (values: Fields): Fields =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));

/** The first message of each field, in the order of the form. */
export function firstMessages(error: z.ZodError): FieldErrors {
  const messages = new Map<string, string>();
  for (const { path, message } of error.issues)
    if (!messages.has(path.join("."))) messages.set(path.join("."), message);
  return Object.fromEntries(messages);
}
