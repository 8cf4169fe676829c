import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BoardColumn } from "#app/nominations/selection/selection.rules.ts";
import { Badge } from "#app/ui/badge.tsx";

const tones = { undecided: "warn", selected: "good", reserve: "key", notSelected: "quiet" } as const;

/** @param rank place in the reserve of their group */
export function DecisionBadge({ column, rank }: { column: BoardColumn; rank: number | null }) {
  const { t } = useTranslation("selection");
  return <Badge tone={tones[column]}>{rank === null ? t(`column.${column}`) : t("reserveAt", { rank })}</Badge>;
}
