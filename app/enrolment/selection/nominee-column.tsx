import { PersonName } from "#app/people/person-name.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { SelectionRow } from "./selection-view.ts";

/** Who it is about, and who has sent them: the heading of a row. */
export const nomineeColumn = (label: string) => ({
  name: "name",
  label,
  isHeading: true,
  cell: ({ name, sender }: Pick<SelectionRow, "name" | "sender">) => (
    <>
      <PersonName value={name} />
      <SecondLine>
        <LocalText value={sender} />
      </SecondLine>
    </>
  ),
});
