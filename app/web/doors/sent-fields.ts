import { type Fields, readFields } from "#app/web/fields.ts";
import { asId, type Id } from "#db/id.ts";

/** What a form of ours sends: its fields, and beside them what only the door reads. */
export type SentForm = {
  values: Fields;
  /** Made with the form: the same form, sent twice, has the same. Undefined where a form has none. */
  key: string | undefined;
  /** Under which the form was kept while its sender signed in. */
  kept: Id<"keptForm"> | null;
};

/** Whether a form has fields to fill in: only then anything can be lost. A button sends what the page has given it. */
export const isTyped = (key: string | undefined) => key?.startsWith("form-") === true;
export const isPress = (key: string | undefined) => key?.startsWith("press-") === true;

/** @throws 400 for what is no form */
export async function sentFields(request: Request): Promise<SentForm> {
  const form = await request.formData().catch(() => null);
  const values = form && readFields(form);
  if (!values) throw new Response(null, { status: 400 });
  return sentIn(values, request.url);
}

/** The same of fields that have been taken apart already. */
export function sentIn(values: Fields, url: string): SentForm {
  const { key, kept } = values;
  delete values.key;
  delete values.kept;
  return { values, key: typeof key === "string" ? key : undefined, kept: keptId(kept) ?? keptIdIn(url) };
}

/** Of an address that leads back to a form that was kept. */
export const keptIdIn = (url: string | URL) => keptId(new URL(url).searchParams.get("kept"));

const keptId = (value: unknown) =>
  typeof value === "string" && /^[0-9a-f-]{36}$/.test(value) ? asId<"keptForm">(value) : null;
