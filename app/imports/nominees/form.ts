import { z } from "zod";
import { choice, requiredId } from "#app/web/fields.ts";

/** More people at once are no list of nominees. */
export const mostNominees = 100;
const longestPaste = 100_000;

const prefix = "row.";

/** The field by which somebody says whom a doubtful row means; rows are counted from 1. */
export const meantField = (line: number) => `${prefix}${line}`;

/** By row: the person whom it means, or that it is somebody new. */
export type Meant = ReadonlyMap<number, string>;

/** A pasted list to look at, or with what was asked about it to be added. */
export const nomineeListForm = z
  .object({
    part: choice(["look", "add"]),
    institutionId: requiredId<"institution">(),
    // as it came: a tab at its beginning is an empty cell
    text: z
      .string()
      .default("")
      .refine((text) => text.length <= longestPaste, "nominations:list.tooLong")
      .refine((text) => text.isWellFormed(), "common:form.badCharacters"),
  })
  .catchall(z.unknown())
  .transform(({ part, institutionId, text, ...rest }) => ({ part, institutionId, text, meant: meantIn(rest) }));

function meantIn(fields: Record<string, unknown>): Meant {
  const meant = new Map<number, string>();
  for (const [name, value] of Object.entries(fields))
    if (/^row\.[1-9]\d{0,3}$/.test(name) && typeof value === "string" && value)
      meant.set(Number(name.slice(prefix.length)), value.slice(0, 64));
  return meant;
}
