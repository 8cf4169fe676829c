import type { z } from "zod";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { optionalText } from "#app/web/fields.ts";
import type { Typed } from "./party-rows.ts";
import { maxSignatories, numbersTo } from "./rules.ts";

export const signatoryFields = Object.fromEntries(
  numbersTo(maxSignatories).flatMap((row) => [
    [`signatory.${row}.name`, optionalText(80)],
    ...locales.map((locale) => [`signatory.${row}.post.${locale}`, optionalText(120)] as const),
  ]),
);

export type Signatory = { row: number; name: string; post: Record<Locale, string> };

const postOf = (typed: Typed, row: number) =>
  Object.fromEntries(
    locales.map((locale) => [locale, typed[`signatory.${row}.post.${locale}`] ?? ""]),
  ) as Signatory["post"];

/** The rows that somebody filled in, in their order. */
export const signatoriesOf = (typed: Typed): Signatory[] =>
  numbersTo(maxSignatories)
    .map((row) => ({ row, name: typed[`signatory.${row}.name`] ?? "", post: postOf(typed, row) }))
    .filter(({ name, post }) => name || locales.some((locale) => post[locale]));

/** Whoever signs has a name, and a post in one language at least. */
export function checkSignatories(typed: Typed, context: z.RefinementCtx) {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  for (const { row, name, post } of signatoriesOf(typed)) {
    if (!name) refuse(`signatory.${row}.name`, "common:form.missing");
    if (locales.every((locale) => !post[locale])) refuse(`signatory.${row}.post.es`, "programmes:form.post");
  }
}
