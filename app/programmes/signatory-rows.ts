import type { z } from "zod";
import type { Locale } from "#app/i18n/locales.ts";
import { localised, numbered } from "#app/web/field-groups.ts";
import { optionalText } from "#app/web/fields.ts";
import type { Typed } from "./party-rows.ts";
import { maxSignatories, numbersTo } from "./rules.ts";

const post = localised("post", 120);
const rows = numbered("signatory", numbersTo(maxSignatories), { name: optionalText(80), ...post.fields });

export const signatoryFields = rows.fields;

export type Signatory = { row: number; name: string; post: Record<Locale, string> };

export const signatoriesOf = (typed: Typed): Signatory[] =>
  rows.read(typed).map(({ row, name, ...posts }) => ({ row, name, post: post.read(posts) }));

export const signatoryValues = (signatories: readonly Omit<Signatory, "row">[]) =>
  rows.write(signatories.map(({ name, post: posts }) => ({ name, ...post.write(posts) })));

/** Whoever signs has a name, and a post in one language at least. */
export function checkSignatories(typed: Typed, context: z.RefinementCtx) {
  for (const { row, name, ...posts } of rows.read(typed)) {
    const refuse = (part: "name" | "post.es", message: string) =>
      context.addIssue({ code: "custom", path: [rows.nameOf(row, part)], message });
    if (!name) refuse("name", "common:form.missing");
    if (post.isMissing(posts)) refuse("post.es", "programmes:form.post");
  }
}
