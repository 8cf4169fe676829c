import type { ListColumn, ListValue } from "#app/tables/list.ts";
import type { ShownName } from "./names.ts";

/** A name as a list has it, with its language where that is known. */
const nameFact = ({ name, isJapanese }: ShownName): { text: string; lang: "ja" | undefined } => ({
  text: name,
  lang: isJapanese ? "ja" : undefined,
});

type Named = { name: ShownName };
/** What one list says of such a column beside what all say. */
type Own<Row> = Partial<Omit<ListColumn<Row>, "name" | "value">>;

/** Names somebody's row. */
export const nameColumn = <Row extends Named>(own: Own<Row> = {}): ListColumn<Row> => ({
  name: "name",
  label: (t) => t("people:accounts.name"),
  value: ({ name }) => nameFact(name),
  width: 32,
  isHeading: true,
  ...own,
});

/** The same name in another script; empty where it has none. */
export const otherNameColumn = <Row extends Named>(own: Own<Row> = {}): ListColumn<Row> => ({
  name: "otherName",
  label: (t) => t("tables:column.otherName"),
  value: ({ name }) => name.second,
  width: 28,
  ...own,
});

/** Where somebody works. */
export const institutionColumn = <Row extends { institution: ListValue }>(own: Own<Row> = {}): ListColumn<Row> => ({
  name: "institution",
  label: (t) => t("people:field.institution"),
  value: ({ institution }) => institution,
  width: 44,
  ...own,
});
