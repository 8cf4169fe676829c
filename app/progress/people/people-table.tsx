import { to } from "#app/addresses.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BesideNumber, type Column, Table } from "#app/ui/display/table.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { PersonRow } from "./person-row.ts";

/** One row a participation: whoever took two workshops stands here twice. */
export function PeopleTable({ rows, caption }: { rows: PersonRow[]; caption: string }) {
  const { t } = useTranslation(["progress", "workshops"]);
  const columns: Column<PersonRow>[] = [
    {
      name: "name",
      label: t("people.name"),
      isHeading: true,
      cell: ({ name, otherName }) => (
        <>
          {name}
          {otherName ? (
            <SecondLine>
              <LocalText value={otherName} />
            </SecondLine>
          ) : null}
        </>
      ),
    },
    {
      name: "place",
      label: t("origins.place"),
      cell: ({ institution, country }) => (
        <>
          <LocalText value={institution} />
          <SecondLine>{country}</SecondLine>
        </>
      ),
    },
    {
      name: "workshop",
      label: t("workshops:facts.workshop"),
      cell: ({ workshop }) => (workshop ? <WorkshopLink {...workshop} /> : null),
    },
    { name: "state", label: t("people.state"), cell: ({ state }) => <EnrolmentBadge state={state} /> },
    {
      name: "attendance",
      label: t("people.attendance"),
      isLabelled: true,
      isNumber: true,
      cell: ({ attendance }) => (
        <>
          {attendance?.marks ?? "–"}
          {attendance ? <BesideNumber>{attendance.rate}</BesideNumber> : null}
        </>
      ),
    },
    {
      name: "certificate",
      label: t("people.certificate"),
      isLabelled: true,
      cell: ({ certificate }) => (certificate ? <CertificateLink {...certificate} /> : "–"),
    },
  ];
  return <Table caption={caption} id="list" columns={columns} rows={rows} keyOf={({ id }) => id} isDense />;
}

function WorkshopLink({ code, title }: NonNullable<PersonRow["workshop"]>) {
  const { locale } = useTranslation();
  return (
    <>
      <SecondLine className="figures">{code}</SecondLine>
      <a className="link" href={to.workshop({ locale, code })}>
        <LocalText value={title} />
      </a>
    </>
  );
}

function CertificateLink({ number, to: href }: NonNullable<PersonRow["certificate"]>) {
  return (
    <a className="link figures whitespace-nowrap" href={href}>
      {number}
    </a>
  );
}
