import { SecondLine } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import type { ShownName } from "./names.ts";
import { PersonName } from "./person-name.tsx";

/** Heads a row by who it is about, and by their institution below. */
export const personHeading = <Row extends { name: ShownName }>(
  label: string,
  institutionOf: (row: Row) => Localised,
) => ({
  name: "name",
  label,
  isHeading: true,
  cell: (row: Row) => (
    <>
      <PersonName value={row.name} />
      <SecondLine>
        <LocalText value={institutionOf(row)} />
      </SecondLine>
    </>
  ),
});
