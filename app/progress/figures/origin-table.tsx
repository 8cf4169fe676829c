import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Cells, type Column, TableFrame } from "#app/ui/display/table.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { CountryView, Linked, OriginCells } from "./origin-table-view.ts";

const figures = ["enrolled", "attending", "certified", "rate"] as const;

type Origin = { name: ReactNode; cells: OriginCells };

/** People by country and institution, with the sums of each country and of all. */
export function OriginTable({ countries, total }: { countries: CountryView[]; total: OriginCells }) {
  const { t } = useTranslation("progress");
  const columns: Column<Origin>[] = [
    { name: "place", label: t("origins.place"), isHeading: true, cell: ({ name }) => name },
    ...figures.map((name) => ({
      name,
      label: t(`column.${name}`),
      isLabelled: true,
      isNumber: true,
      cell: ({ cells }: Origin) => <LinkedNumber value={cells[name]} />,
    })),
  ];
  return (
    <TableFrame columns={columns} caption={t("origins.title")}>
      {countries.map((country) => (
        <CountryRows key={country.country} country={country} columns={columns} />
      ))}
      <tbody>
        <tr className="bg-sunken font-bold [&>th]:bg-sunken">
          <Cells columns={columns} row={{ name: t("origins.total"), cells: total }} />
        </tr>
      </tbody>
    </TableFrame>
  );
}

type CountryRowsProps = { country: CountryView; columns: Column<Origin>[] };

function CountryRows({ country: { name, cells, institutions }, columns }: CountryRowsProps) {
  return (
    <tbody>
      <tr className="font-bold">
        <Cells columns={columns} row={{ name, cells }} isGroup />
      </tr>
      {institutions.map(({ name: institution, cells: own }) => (
        <tr key={own.enrolled.to} className="[&>th]:font-normal! [&>th]:ps-8! cards:[&>th]:ps-0!">
          <Cells columns={columns} row={{ name: <LocalText value={institution} note />, cells: own }} />
        </tr>
      ))}
    </tbody>
  );
}

function LinkedNumber({ value: { text, to } }: { value: Linked }) {
  if (to === null) return text;
  return (
    <a className="link inline-block min-h-6 min-w-6 print:text-inherit print:no-underline" href={to}>
      {text}
    </a>
  );
}
