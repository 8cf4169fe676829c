/** What a form holds, by field, as it is sent. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The same for whoever knows that each field holds one text. */
export const oneTextEach = (values: FormValues): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value ?? ""].flat()[0] ?? ""]));

/** The hidden field that says what was stored when the form was opened. */
export const seenField = "seen";

/** What is empty need not be said. */
export const writeSeen = (values: FormValues): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value.length > 0)),
  );

/** A form that says nothing that can be read has seen nothing. */
export function readSeen(sent: unknown): FormValues {
  return Object.fromEntries(
    Object.entries(parsed(sent)).filter((entry): entry is [string, string | string[]] => isValue(entry[1])),
  );
}

function parsed(sent: unknown): object {
  try {
    const value: unknown = typeof sent === "string" ? JSON.parse(sent) : null;
    return typeof value === "object" && value && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

const isValue = (value: unknown): boolean => [value].flat().every((one) => typeof one === "string");

/** Where two people have changed the same, whoever sends the form says which stays. */
export const disputeSides = ["mine", "stored"] as const;
export type DisputeSide = (typeof disputeSides)[number];

const prefix = "choice.";

/** The field by which that is said about another field. It is sent empty too, and so tells that it was asked. */
export const choiceField = (name: string) => `${prefix}${name}`;

/** The field that such a field is about; null for any other field. */
export const disputedIn = (name: string): string | null => (name.startsWith(prefix) ? name.slice(prefix.length) : null);

/** What was chosen about a field; empty where it was asked and not answered, null where nobody asked. */
export function choiceOf(values: FormValues, name: string): DisputeSide | "" | null {
  const field = choiceField(name);
  if (!Object.hasOwn(values, field)) return null;
  const sent = [values[field] ?? ""].flat();
  return disputeSides.find((choice) => sent.includes(choice)) ?? "";
}
