import { useTranslation } from "#app/i18n/use-translation.ts";
import { Table } from "#app/ui/display/table.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { CriteriaView } from "../criteria/criteria-view.ts";
import { markRows } from "./form.ts";

/** What somebody has sent of a nominee, as long as they see nobody else's. */
export function OwnMarks({ plan, stored }: { plan: CriteriaView; stored: Record<string, string> }) {
  const { t } = useTranslation("review");
  const of = (position: number, part: "mark" | "note") => stored[markRows.nameOf(position, part)] ?? "";
  return (
    <Table
      caption={t("own.mine")}
      columns={[
        {
          name: "criterion",
          label: t("column.criterion"),
          isHeading: true,
          cell: ({ name }) => <LocalText value={name} />,
        },
        {
          name: "mark",
          label: t("column.mark"),
          isLabelled: true,
          cell: ({ position, weight }) => {
            const mark = of(position, "mark");
            return weight === null ? t(`answer.${mark === "1" ? "yes" : "no"}`) : mark;
          },
        },
        { name: "note", label: t("own.note"), isLabelled: true, cell: ({ position }) => of(position, "note") },
      ]}
      rows={plan.criteria}
      keyOf={({ id }) => id}
    />
  );
}
