import { data } from "@remix-run/node";
import type { Fields } from "./fields.ts";

/** Locale keys by field; `""` is the form as a whole. */
export type FieldErrors = Record<string, string>;
export type Invalid = { errors: FieldErrors; values: Fields };

/** Hands a form back with what was typed. Passwords never travel back. */
export function invalid(errors: FieldErrors, values: Fields, status = 422) {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
  return data({ errors, values: kept } satisfies Invalid, { status });
}
