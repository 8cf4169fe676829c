import { useTranslation } from "#app/i18n/use-translation.ts";
import { Table } from "#app/ui/display/table.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { CriteriaView } from "./criteria-view.ts";

/** Criteria as they stand, with what the lowest and the highest mark mean. */
export function CriteriaTable({ plan }: { plan: CriteriaView }) {
  const { t } = useTranslation("review");
  const { scale, minimum, mostDifference, criteria } = plan;
  return (
    <>
      <p className="mb-4 max-w-[65ch]">{t("criteria.how", { scale, minimum, difference: mostDifference })}</p>
      <Table
        caption={t("criteria.title")}
        columns={[
          {
            name: "name",
            label: t("column.criterion"),
            isHeading: true,
            cell: ({ name }) => <LocalText value={name} />,
          },
          {
            name: "weight",
            label: t("field.weight"),
            isNumber: true,
            isLabelled: true,
            cell: ({ weight }) => weight ?? t("criteria.question"),
          },
          {
            name: "lowest",
            label: t("mark.lowest"),
            isLabelled: true,
            cell: ({ lowest }) => <LocalText value={lowest} />,
          },
          {
            name: "highest",
            label: t("mark.highest", { scale }),
            isLabelled: true,
            cell: ({ highest }) => <LocalText value={highest} />,
          },
        ]}
        rows={criteria}
        keyOf={({ id }) => id}
      />
    </>
  );
}
