import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Table } from "#app/ui/display/table.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { GridTask } from "./dossier-rows.ts";

/** The tasks by number, and for how many people each is still open. */
export function TaskSummary({ tasks, code }: { tasks: GridTask[]; code: string }) {
  const { t, locale } = useTranslation("dossier");
  return (
    <div className="mb-6">
      <Table
        caption={t("desk.tasks")}
        rows={tasks}
        keyOf={({ number }) => number}
        columns={[
          { name: "number", label: t("column.number"), isNumber: true, isLabelled: true, cell: ({ number }) => number },
          {
            name: "title",
            label: t("column.task"),
            isHeading: true,
            cell: ({ number, title }) => (
              <a className="link" href={to.dossierTask({ locale, code, task: number })}>
                <LocalText value={title} note />
              </a>
            ),
          },
          { name: "who", label: t("column.who"), isLabelled: true, cell: ({ owedBy }) => t(`ower.${owedBy}`) },
          { name: "due", label: t("column.due"), isLabelled: true, cell: ({ due }) => due },
          { name: "done", label: t("state.done"), isNumber: true, isLabelled: true, cell: ({ done }) => done },
          { name: "open", label: t("column.open"), isNumber: true, isLabelled: true, cell: ({ open }) => open },
          {
            name: "overdue",
            label: t("column.overdue"),
            isNumber: true,
            isLabelled: true,
            cell: ({ overdue }) => (overdue ? <strong className="text-bad">{overdue}</strong> : 0),
          },
        ]}
      />
    </div>
  );
}
