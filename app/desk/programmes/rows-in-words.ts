import { type FormValues, oneTextEach } from "#app/ui/form/seen.rules.ts";

type Group = { read(typed: Record<string, string>): ({ row: number } & Record<string, string | number>)[] };

/** The rows of a list as both have typed them, for whoever is asked which stays. */
export const rowsInWords = (group: Group, side: FormValues, between = "  "): string =>
  group
    .read(oneTextEach(side))
    .map(({ row: _, ...parts }) => Object.values(parts).join(between))
    .join("\n");
