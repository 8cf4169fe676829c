import { useTranslation } from "#app/i18n/use-translation.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import type { CountryView, Linked, OriginCells } from "./origin-table-view.ts";

const columns = ["enrolled", "attending", "certified", "rate"] as const;

/** People by country and institution, with the sums of each country and of all. */
export function OriginTable({ countries, total }: { countries: CountryView[]; total: OriginCells }) {
  const { t } = useTranslation("progress");
  return (
    <div className="panel overflow-x-auto print:break-inside-auto print:overflow-visible">
      <table className="rows rows-cards">
        <caption className="sr-only">{t("origins.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("origins.place")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {countries.map((country) => (
          <CountryRows key={country.country} country={country} />
        ))}
        <tbody>
          <tr className="break-inside-avoid border-t border-line bg-sunken font-bold">
            <th scope="row" className="bg-sunken!">
              {t("origins.total")}
            </th>
            <Cells cells={total} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function CountryRows({ country: { name, cells, institutions } }: { country: CountryView }) {
  return (
    <tbody className="border-b border-line">
      <tr className="break-inside-avoid font-bold">
        <th scope="rowgroup">{name}</th>
        <Cells cells={cells} />
      </tr>
      {institutions.map(({ name: institution, cells: own }) => (
        <tr key={own.enrolled.to} className="break-inside-avoid">
          <th scope="row" className="font-normal! sm:ps-8!">
            <LocalText value={institution} note />
          </th>
          <Cells cells={own} />
        </tr>
      ))}
    </tbody>
  );
}

function Cells({ cells }: { cells: OriginCells }) {
  const { t } = useTranslation("progress");
  return columns.map((column) => (
    <td key={column} className="number" data-label={t(`column.${column}`)}>
      <LinkedNumber value={cells[column]} />
    </td>
  ));
}

function LinkedNumber({ value: { text, to } }: { value: Linked }) {
  if (to === null) return text;
  return (
    <a className="link inline-block min-h-6 min-w-6 print:text-inherit print:no-underline" href={to}>
      {text}
    </a>
  );
}
