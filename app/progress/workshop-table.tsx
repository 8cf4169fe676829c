import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LocalText } from "#app/ui/local-text.tsx";
import { Place } from "#app/workshops/place.tsx";
import { StateBadge } from "#app/workshops/state-badge.tsx";
import type { WorkshopView } from "#app/workshops/workshop-view.ts";

export function WorkshopTable({ rows }: { rows: WorkshopView[] }) {
  const { t } = useTranslation("progress");
  return (
    <div className="panel overflow-x-auto print:break-inside-auto print:overflow-visible">
      <table className="rows rows-cards">
        <thead>
          <tr>
            <th scope="col">{t("workshops.code")}</th>
            <th scope="col">{t("workshops.workshop")}</th>
            <th scope="col">{t("workshops.dates")}</th>
            <th scope="col">{t("workshops.place")}</th>
            <th scope="col">{t("workshops.state")}</th>
            <th scope="col" className="number">
              {t("workshops.seats")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} className="break-inside-avoid">
              <td className="figures whitespace-nowrap">{row.code}</td>
              <th scope="row">
                <WorkshopTitle row={row} />
              </th>
              <td>{row.period}</td>
              <td>
                <Place workshop={row} />
              </td>
              <td>
                <StateBadge state={row.state} />
              </td>
              <td className="number" data-label={t("workshops.seats")}>
                {row.seats}
                {row.reserves ? <span className="block text-sm text-hint">{row.reserves}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A draft has no page yet that a manager could open. */
function WorkshopTitle({ row: { code, state, title } }: { row: WorkshopView }) {
  const { i18n } = useTranslation("progress");
  if (state === "draft") return <LocalText value={title} note />;
  return (
    <Link className="link" to={`/${i18n.language}/workshops/${code}`}>
      <LocalText value={title} note />
    </Link>
  );
}
