import { useTranslation } from "#app/i18n/use-translation.ts";
import { BesideNumber, type Column, Table } from "#app/ui/display/table.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { StateBadge } from "./state-badge.tsx";
import { MarkedPlace } from "./workshop-place.tsx";
import type { WorkshopRow } from "./workshop-view.ts";

type WorkshopTableProps = {
  rows: WorkshopRow[];
  /** Where a workshop's title leads; null where this reader has no page of it. */
  to: (row: WorkshopRow) => string | null;
};

/** Workshops as desks and reports list them. */
export function WorkshopTable({ rows, to }: WorkshopTableProps) {
  const { t } = useTranslation("workshops");
  const columns: Column<WorkshopRow>[] = [
    { name: "code", label: t("facts.code"), className: "figures whitespace-nowrap", cell: ({ code }) => code },
    { name: "title", label: t("facts.workshop"), isHeading: true, cell: (row) => <Title row={row} to={to(row)} /> },
    {
      name: "dates",
      label: t("facts.dates"),
      className: "whitespace-nowrap print:min-w-32 print:text-balance print:whitespace-normal",
      cell: ({ shortPeriod }) => shortPeriod,
    },
    { name: "place", label: t("facts.place"), cell: (row) => <MarkedPlace workshop={row} /> },
    { name: "state", label: t("facts.state"), cell: ({ state }) => <StateBadge state={state} /> },
    {
      name: "seats",
      label: t("facts.seats"),
      isLabelled: true,
      isNumber: true,
      cell: ({ seats, reserves }) => (
        <>
          {seats}
          {reserves ? <BesideNumber>{reserves}</BesideNumber> : null}
        </>
      ),
    },
  ];
  return <Table caption={t("list.title")} id="list" columns={columns} rows={rows} keyOf={({ code }) => code} />;
}

function Title({ row, to }: { row: WorkshopRow; to: string | null }) {
  if (to === null) return <LocalText value={row.title} note />;
  return (
    <a className="link" href={to}>
      <LocalText value={row.title} note />
    </a>
  );
}
