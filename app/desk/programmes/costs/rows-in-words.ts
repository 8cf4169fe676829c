import type { FormValues } from "#app/ui/form/seen.rules.ts";

type Group = { read(typed: Record<string, string>): ({ row: number } & Record<string, string | number>)[] };

/** The rows of a list as both have typed them, for whoever is asked which stays. */
export const rowsInWords = (group: Group, side: FormValues): string =>
  group
    .read(Object.fromEntries(Object.entries(side).map(([name, value]) => [name, [value ?? ""].flat()[0] ?? ""])))
    .map(({ row: _, ...parts }) => Object.values(parts).join("  "))
    .join("\n");
