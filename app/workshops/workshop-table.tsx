import { useTranslation } from "#app/i18n/use-translation.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import { StateBadge } from "./state-badge.tsx";
import { WorkshopPlace } from "./workshop-place.tsx";
import type { WorkshopRow } from "./workshop-view.ts";

type WorkshopTableProps = {
  rows: WorkshopRow[];
  /** Where a workshop's title leads; null where this reader has no page of it. */
  to: (row: WorkshopRow) => string | null;
};

/** Workshops as desks and reports list them. */
export function WorkshopTable({ rows, to }: WorkshopTableProps) {
  const { t } = useTranslation("workshops");
  return (
    <div className="panel overflow-x-auto print:overflow-visible">
      <table className="rows rows-cards">
        <thead>
          <tr>
            <th scope="col">{t("facts.code")}</th>
            <th scope="col">{t("facts.workshop")}</th>
            <th scope="col">{t("facts.dates")}</th>
            <th scope="col">{t("facts.place")}</th>
            <th scope="col">{t("facts.state")}</th>
            <th scope="col" className="number">
              {t("facts.seats")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} className="break-inside-avoid">
              <td className="figures whitespace-nowrap">{row.code}</td>
              <th scope="row">
                <Title row={row} to={to(row)} />
              </th>
              <td className="whitespace-nowrap print:min-w-32 print:text-balance print:whitespace-normal">
                {row.shortPeriod}
              </td>
              <td>
                <WorkshopPlace workshop={row} />
              </td>
              <td>
                <StateBadge state={row.state} />
              </td>
              <td className="number" data-label={t("facts.seats")}>
                {row.seats}
                {row.reserves ? <span className="text-sm max-sm:ms-2 sm:block text-hint">{row.reserves}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Title({ row, to }: { row: WorkshopRow; to: string | null }) {
  if (to === null) return <LocalText value={row.title} note />;
  return (
    <a className="link" href={to}>
      <LocalText value={row.title} note />
    </a>
  );
}
