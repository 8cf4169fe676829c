/** A value from the address: trimmed, without control characters, cut at `max` characters. */
export function queryText(url: URL, name: string, max = 100): string {
  const value = url.searchParams.get(name) ?? "";
  return value
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, max);
}

export function queryChoice<const Choices extends readonly string[]>(url: URL, name: string, choices: Choices): Choices[number] | null {
  const value = url.searchParams.get(name);
  return choices.find((candidate) => candidate === value) ?? null;
}

/** The page number, from 1. */
export function queryPage(url: URL): number {
  const value = url.searchParams.get("page") ?? "";
  return /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;
}
