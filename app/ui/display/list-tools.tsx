import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { useHere } from "#app/ui/frame/here.tsx";
import { everyColumn, places, useFilters } from "./list-query.ts";

type ListToolsProps = {
  /** All that the list can show. One that names its rows cannot be left out. */
  columns: { name: string; label: string; isChosen: boolean; isFixed: boolean; isSortable: boolean }[];
  /** As in the address: a column's name, behind a minus where the last comes first; empty for the list's own order. */
  sort: string;
  /** Whether somebody has chosen columns or an order. */
  isChanged: boolean;
};

/** What can be done with a list as a whole: take it along as a file, and choose its columns and their order. */
export function ListTools(props: ListToolsProps) {
  return (
    <div className="list-tools">
      <ListChoiceForm {...props} />
      <FileLinks />
    </div>
  );
}

/** The page's list, to take along. */
export function FileLinks() {
  const { t } = useTranslation("tables");
  return (
    <p className="list-files">
      <span className="text-hint">{t("take")}</span> <FileLink format="xlsx" /> <FileLink format="csv" />
    </p>
  );
}

/** The whole list as a file: with the filters, the columns and the order of the page at hand. */
function FileLink({ format }: { format: "xlsx" | "csv" }) {
  const { t } = useTranslation("tables");
  const { path, search } = useHere();
  const query = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !places.includes(name)));
  return (
    <a className="link" href={`${path}.${format}${query.size ? `?${query}` : ""}`} aria-label={t(`file.${format}`)}>
      {t(`format.${format}`)}
    </a>
  );
}

/** A plain form, so that the choice stands in the address. */
function ListChoiceForm({ columns, sort, isChanged }: ListToolsProps) {
  const { t } = useTranslation("tables");
  const { path } = useHere();
  const filters = useFilters();
  const sortable = columns.filter(({ isSortable }) => isSortable);
  const reset = filters.length ? `${path}?${new URLSearchParams(filters)}` : path;
  const all = new URLSearchParams([...filters, ["columns", everyColumn], ...(sort ? [["sort", sort]] : [])]);
  return (
    <details className="list-choice">
      <summary>{t(sortable.length ? "choice.columnsAndOrder" : "choice.columns")}</summary>
      <form className="panel">
        {filters.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address may say the same twice
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend>{t("choice.columns")}</legend>
          {columns.map(({ name, label, isChosen, isFixed }) => (
            <label key={name}>
              <input type="checkbox" name="columns" value={name} defaultChecked={isChosen} disabled={isFixed} />
              {label}
            </label>
          ))}
        </fieldset>
        {sortable.length ? <OrderSelect columns={sortable} sort={sort} /> : null}
        <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button look="plain" isSmall>
            {t("choice.button")}
          </Button>
          {columns.every(({ isChosen }) => isChosen) ? null : (
            <a className="link inline-flex min-h-11 items-center" href={`${path}?${all}`}>
              {t("choice.all")}
            </a>
          )}
          {isChanged ? (
            <a className="link inline-flex min-h-11 items-center" href={reset}>
              {t("choice.reset")}
            </a>
          ) : null}
        </p>
      </form>
    </details>
  );
}

function OrderSelect({ columns, sort }: Pick<ListToolsProps, "columns" | "sort">) {
  const { t } = useTranslation("tables");
  return (
    <label className="block font-bold text-ink">
      {t("order.title")}
      <select name="sort" defaultValue={sort} className="field mt-1 font-normal">
        <option value="">{t("order.own")}</option>
        {columns.flatMap(({ name, label }) => [
          <option key={name} value={name}>
            {t("order.up", { column: label })}
          </option>,
          <option key={`-${name}`} value={`-${name}`}>
            {t("order.down", { column: label })}
          </option>,
        ])}
      </select>
    </label>
  );
}
