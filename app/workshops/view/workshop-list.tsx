import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import { BesideNumber } from "#app/ui/display/table.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { StateBadge } from "./state-badge.tsx";
import { MarkedPlace } from "./workshop-place.tsx";
import type { WorkshopRow } from "./workshop-view.ts";

/** Where a workshop's title leads; null where this reader has no page of it. */
type PageOf = (row: WorkshopRow, locale: Locale) => string | null;

/** Workshops as desks and reports list them. */
export const workshopList = (name: string, pageOf: PageOf): List<WorkshopRow> => ({
  name,
  title: (t) => t("workshops:list.title"),
  keyOf: ({ code }) => code,
  columns: [
    {
      name: "code",
      label: (t) => t("workshops:facts.code"),
      value: ({ code }) => code,
      width: 14,
      onPage: { className: "figures whitespace-nowrap", cell: ({ code }) => code, isAlone: true },
    },
    {
      name: "title",
      label: (t) => t("workshops:facts.workshop"),
      value: ({ title }) => title,
      width: 56,
      isHeading: true,
      onPage: { cell: (row) => <Title row={row} pageOf={pageOf} />, isAlone: true },
    },
    {
      name: "startsOn",
      label: (t) => t("programmes:field.startsOn"),
      kind: "day",
      value: ({ startsOn }) => startsOn,
      onPage: {
        label: (t) => t("workshops:facts.dates"),
        className: "whitespace-nowrap print:min-w-32 print:text-balance print:whitespace-normal",
        cell: ({ shortPeriod }) => shortPeriod,
      },
    },
    { name: "endsOn", label: (t) => t("programmes:field.endsOn"), kind: "day", value: ({ endsOn }) => endsOn },
    {
      name: "venue",
      label: (t) => t("workshops:facts.place"),
      value: ({ venue }) => (venue.text ? venue : null),
      width: 32,
      onPage: { cell: (row) => <MarkedPlace workshop={row} /> },
    },
    { name: "country", label: (t) => t("institutions:field.country"), value: ({ country }) => country, width: 14 },
    {
      name: "state",
      label: (t) => t("workshops:facts.state"),
      value: ({ state }, t) => t(`workshops:state.${state}`),
      width: 18,
      onPage: { cell: ({ state }) => <StateBadge state={state} />, isAlone: true },
    },
    {
      name: "seats",
      label: (t) => t("workshops:facts.seats"),
      kind: "number",
      value: ({ seatsTaken }) => seatsTaken,
      onPage: { isLabelled: true, isNumber: true, cell: (row) => <Seats row={row} /> },
    },
    { name: "capacity", label: (t) => t("tables:column.capacity"), kind: "number", value: ({ capacity }) => capacity },
    {
      name: "reserve",
      label: (t) => t("tables:column.reserve"),
      kind: "number",
      value: ({ reserveCount }) => reserveCount,
    },
  ],
});

function Seats({ row: { seats, reserves } }: { row: WorkshopRow }) {
  return (
    <>
      {seats}
      {reserves ? <BesideNumber>{reserves}</BesideNumber> : null}
    </>
  );
}

function Title({ row, pageOf }: { row: WorkshopRow; pageOf: PageOf }) {
  const { locale } = useTranslation();
  const to = pageOf(row, locale);
  if (to === null) return <LocalText value={row.title} note />;
  return (
    <a className="link" href={to}>
      <LocalText value={row.title} note />
    </a>
  );
}
