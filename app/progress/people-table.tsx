import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import type { PersonRow } from "./person-row.ts";

/** One row a participation: whoever took two workshops stands here twice. */
export function PeopleTable({ rows }: { rows: PersonRow[] }) {
  const { t } = useTranslation(["progress", "workshops"]);
  return (
    <div className="panel overflow-x-auto print:break-inside-auto print:overflow-visible">
      <table className="rows rows-cards print:text-sm">
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("origins.place")}</th>
            <th scope="col">{t("workshops:facts.workshop")}</th>
            <th scope="col">{t("people.state")}</th>
            <th scope="col" className="number">
              {t("people.attendance")}
            </th>
            <th scope="col">{t("people.certificate")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row: { name, otherName, institution, country, workshop, state, attendance, certificate },
}: {
  row: PersonRow;
}) {
  const { t, i18n } = useTranslation(["progress", "workshops"]);
  return (
    <tr className="break-inside-avoid">
      <th scope="row">
        {name}
        {otherName ? (
          <span className="block text-sm font-normal text-hint">
            <LocalText value={otherName} />
          </span>
        ) : null}
      </th>
      <td>
        <LocalText value={institution} />
        <span className="block text-sm text-hint">{country}</span>
      </td>
      <td>
        {workshop ? (
          <>
            <span className="figures block text-sm text-hint">{workshop.code}</span>
            <a className="link" href={`/${i18n.language}/workshops/${workshop.code}`}>
              <LocalText value={workshop.title} />
            </a>
          </>
        ) : null}
      </td>
      <td>
        <EnrolmentBadge state={state} />
      </td>
      <td className="number" data-label={t("people.attendance")}>
        {attendance?.marks ?? "–"}
        {attendance ? <span className="text-sm max-sm:ms-2 sm:block text-hint">{attendance.rate}</span> : null}
      </td>
      <td data-label={t("people.certificate")}>
        {certificate ? (
          <a className="link figures whitespace-nowrap" href={certificate.to}>
            {certificate.number}
          </a>
        ) : (
          "–"
        )}
      </td>
    </tr>
  );
}
