import { useTranslation } from "#app/i18n/use-translation.ts";
import { SmallTable } from "#app/ui/display/table.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { BalanceRow, EffectRow } from "./selection-view.ts";

/** What the draft does to the seats of each group: what is over is said in words, not by colour alone. */
export function EffectTable({ effects }: { effects: EffectRow[] }) {
  const { t } = useTranslation(["selection", "quotas"]);
  return (
    <Panel pad="text" className="min-w-0">
      <h3 className="mb-2 text-lg">{t("effect.title")}</h3>
      <SmallTable
        caption={t("effect.title")}
        columns={[
          { name: "group", label: t("quotas:list.group"), isHeading: true, cell: ({ group }) => group },
          { name: "free", label: t("effect.free"), isNumber: true, cell: ({ free }) => free },
          { name: "selected", label: t("column.selected"), isNumber: true, cell: ({ selected }) => selected },
          { name: "reserves", label: t("column.reserve"), isNumber: true, cell: ({ reserves }) => reserves },
          { name: "left", label: t("effect.left"), isNumber: true, cell: ({ left }) => <Left left={left} /> },
        ]}
        rows={effects}
        keyOf={({ group }) => group}
      />
    </Panel>
  );
}

function Left({ left }: { left: number }) {
  const { t } = useTranslation("selection");
  return left < 0 ? <strong className="text-bad">{t("effect.over", { count: -left })}</strong> : left;
}

type BalanceProps = { sets: string[]; balance: BalanceRow[] };

/** What the people are like, side by side. */
export function BalanceTable({ sets, balance }: BalanceProps) {
  const { t } = useTranslation("selection");
  return (
    <Panel pad="text" className="min-w-0">
      <h3 className="mb-1 text-lg">{t("balance.title")}</h3>
      <p className="hint mb-2">{t("balance.lead")}</p>
      <SmallTable
        caption={t("balance.title")}
        columns={[
          { name: "name", label: t("balance.of"), isHeading: true, cell: ({ name }) => t(`balance.${name}`) },
          ...sets.map((label, index) => ({
            name: `set${index}`,
            label,
            cell: ({ values }: BalanceRow) => values[index] ?? "",
          })),
        ]}
        rows={balance}
        keyOf={({ name }) => name}
      />
    </Panel>
  );
}
