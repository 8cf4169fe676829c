import { z } from "zod";
import { disputedIn, seenField } from "#app/ui/form/seen.rules.ts";
import type { Fields } from "./fields.ts";
import type { FieldErrors } from "./invalid.ts";

/**
 * What is wrong with a form of a page that is older than the program: texts in fields that are gone since.
 * Saved without them, the form would lose them in silence.
 * @returns null where each text has its field
 */
export function errorsOfOlderPage(form: z.ZodType, values: Fields): FieldErrors | null {
  const known = namesIn(form);
  if (known === "any") return null;
  const left = Object.keys(values).filter((name) => !known.has(name) && !isAside(name) && isText(values[name]));
  if (left.length === 0) return null;
  return { "": "common:form.older", ...Object.fromEntries(left.map((name) => [name, "common:form.unplaced"])) };
}

/** What a form has seen, and which value stays: about fields, and no text of theirs. */
const isAside = (name: string) => name === seenField || disputedIn(name) !== null;

const isText = (value: string | string[] | undefined) => [value ?? ""].flat().some((text) => text.trim() !== "");

/** The names of a form's fields; of one that has parts, those of all. */
export function namesIn(form: z.ZodType): Set<string> | "any" {
  if (form instanceof z.ZodPipe) return namesIn((form.in instanceof z.ZodTransform ? form.out : form.in) as z.ZodType);
  if (form instanceof z.ZodObject) return form.def.catchall ? "any" : new Set(Object.keys(form.shape));
  if (!(form instanceof z.ZodUnion)) return "any";
  const parts = form.options.map((part) => namesIn(part as z.ZodType));
  return parts.includes("any") ? "any" : new Set(parts.flatMap((names) => [...names]));
}
