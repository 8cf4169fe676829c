import type { ListColumn, ListValue } from "#app/tables/list.ts";

/** Who has sent somebody. */
export const senderColumn: ListColumn<{ sender: ListValue }> = {
  name: "sender",
  label: (t) => t("nominations:column.sender"),
  value: ({ sender }) => sender,
  width: 40,
  isSortable: true,
  onPage: {},
};

/** Their place among those of their sender. @param name in the address: another column may be called a rank, too */
export const rankColumn = (name: "rank" | "priority"): ListColumn<{ rank: number | null }> => ({
  name,
  label: (t) => t("nominations:column.rank"),
  kind: "number",
  value: ({ rank }) => rank,
  isSortable: true,
  onPage: {},
});
