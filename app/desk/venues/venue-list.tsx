import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import type { List } from "#app/tables/list.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { VenueRow } from "./venue-rows.ts";

export const venueList: List<VenueRow> = {
  name: "venues",
  title: (t) => t("venues:list.title"),
  keyOf: ({ id }) => id,
  columns: [
    {
      name: "name",
      label: (t) => t("venues:field.name"),
      value: ({ name }) => name,
      width: 48,
      isHeading: true,
      isSortable: true,
      href: ({ id }, locale) => to.venue({ locale, venue: id }),
      onPage: { cell: (row) => <Name row={row} /> },
    },
    { name: "address", label: (t) => t("venues:field.address"), value: ({ address }) => address, width: 48 },
    {
      name: "city",
      label: (t) => t("venues:list.city"),
      value: ({ city }) => city,
      isSortable: true,
      onPage: { cell: (row) => <City row={row} /> },
    },
    { name: "country", label: (t) => t("venues:field.country"), value: ({ country }) => country },
    {
      name: "institution",
      label: (t) => t("venues:field.institutionId"),
      value: ({ institution }) => institution,
      width: 40,
      isSortable: true,
      onPage: {},
    },
    {
      name: "rooms",
      label: (t) => t("venues:list.rooms"),
      kind: "number",
      value: ({ rooms }) => rooms,
      isSortable: true,
      onPage: {},
    },
    {
      name: "largest",
      label: (t) => t("venues:list.largest"),
      kind: "number",
      value: ({ largest }) => largest,
      isSortable: true,
      onPage: {},
    },
    {
      name: "archive",
      label: (t) => t("venues:archive.title"),
      value: ({ isArchived }, t) => (isArchived ? t("venues:archive.badge") : null),
      width: 16,
    },
  ],
};

function Name({ row: { id, name, address, isArchived } }: { row: VenueRow }) {
  const { t, locale } = useTranslation("venues");
  return (
    <>
      <a className="link" href={to.venue({ locale, venue: id })}>
        <LocalText value={name} />
      </a>{" "}
      {isArchived ? <Badge tone="quiet">{t("archive.badge")}</Badge> : null}
      {address.text ? (
        <SecondLine>
          <LocalText value={address} />
        </SecondLine>
      ) : null}
    </>
  );
}

const City = ({ row: { countryCode, country, city } }: { row: VenueRow }) => (
  <>
    <CountryMark code={countryCode} name={country} /> {city}
  </>
);
