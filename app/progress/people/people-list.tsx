import { to } from "#app/addresses.ts";
import { attendanceRate } from "#app/attendance/measures.rules.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import { BesideNumber } from "#app/ui/display/table.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { PersonRow } from "./person-row.ts";

/** One row a participation: whoever took two workshops stands here twice. */
export const peopleList: List<PersonRow> = {
  name: "progressPeople",
  title: (t) => t("progress:figure.people"),
  keyOf: ({ id }) => id,
  columns: [
    {
      name: "name",
      label: (t) => t("progress:people.name"),
      value: ({ name }) => name,
      width: 32,
      isHeading: true,
      onPage: {
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
    },
    { name: "otherName", label: (t) => t("tables:column.otherName"), value: ({ otherName }) => otherName, width: 28 },
    {
      name: "institution",
      label: (t) => t("people:field.institution"),
      value: ({ institution }) => institution,
      width: 44,
      onPage: {
        label: (t) => t("progress:origins.place"),
        cell: ({ institution, country }) => (
          <>
            <LocalText value={institution} />
            <SecondLine>{country}</SecondLine>
          </>
        ),
      },
    },
    { name: "country", label: (t) => t("people:field.country"), value: ({ country }) => country, width: 14 },
    {
      name: "code",
      label: (t) => t("workshops:facts.code"),
      value: ({ workshop }) => workshop?.code ?? null,
      width: 14,
    },
    {
      name: "workshop",
      label: (t) => t("workshops:facts.workshop"),
      value: ({ workshop }) => workshop?.title ?? null,
      width: 48,
      href: ({ workshop }, locale) => workshop && to.workshop({ locale, code: workshop.code }),
      onPage: { cell: ({ workshop }) => (workshop ? <WorkshopLink {...workshop} /> : null) },
    },
    {
      name: "state",
      label: (t) => t("progress:people.state"),
      value: ({ state }, t) => t(`enrolment:state.${state}`),
      onPage: { cell: ({ state }) => <EnrolmentBadge state={state} />, isAlone: true },
    },
    {
      name: "attended",
      label: (t) => t("progress:chart.attended"),
      kind: "number",
      value: ({ marks }) => marks.attended,
    },
    { name: "counted", label: (t) => t("progress:chart.counted"), kind: "number", value: ({ marks }) => marks.counted },
    {
      name: "attendance",
      label: (t) => t("progress:people.attendance"),
      kind: "share",
      value: ({ marks }) => attendanceRate(marks),
      onPage: {
        isLabelled: true,
        isNumber: true,
        cell: ({ attendance }) => (
          <>
            {attendance?.marks ?? "–"}
            {attendance ? <BesideNumber>{attendance.rate}</BesideNumber> : null}
          </>
        ),
      },
    },
    {
      name: "certificate",
      label: (t) => t("progress:people.certificate"),
      value: ({ certificate }) => certificate?.number ?? null,
      width: 20,
      onPage: {
        isLabelled: true,
        isAlone: true,
        cell: ({ certificate }) => (certificate ? <CertificateLink {...certificate} /> : "–"),
      },
    },
  ],
};

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
