import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BothClocks } from "#app/timetable/timetable.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { MovedView } from "./moved-view.ts";

type MovedProps = {
  rows: MovedView[];
  caption: string;
  /** In front of each row, where it can be left out. */
  choice?: (row: MovedView) => ReactNode;
  /** What is asked about a row, below what speaks against it. */
  question?: (row: MovedView) => ReactNode;
};

/** What a session is and what it would be, and what speaks against it. */
export function MovedTable({ rows, caption, choice, question }: MovedProps) {
  const { t } = useTranslation(["timetable", "workshops"]);
  const columns: Column<MovedView>[] = [
    ...(choice ? [{ name: "choice", label: t("moved.choice"), cell: choice, hasHiddenLabel: true }] : []),
    {
      name: "what",
      label: t("moved.session"),
      isHeading: true,
      cell: ({ number, title }) => (
        <>
          <span className="text-sm font-normal text-hint">{t("workshops:session.untitled", { number })}</span>{" "}
          <LocalText value={title} note />
        </>
      ),
    },
    {
      name: "before",
      label: t("moved.before"),
      isLabelled: true,
      cell: ({ before }) => <BothClocks times={before} withDay />,
    },
    {
      name: "after",
      label: t("moved.after"),
      isLabelled: true,
      cell: (row) => (
        <>
          {row.after ? <BothClocks times={row.after} withDay /> : null}
          {row.problem ? (
            <span className="wrong mt-1 block">
              <MessageText message={row.problem} />
            </span>
          ) : null}
          {question?.(row)}
        </>
      ),
    },
  ];
  return <Table columns={columns} rows={rows} keyOf={({ key }) => key} isMarked={() => false} caption={caption} />;
}
