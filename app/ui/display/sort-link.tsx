import { useTranslation } from "#app/i18n/use-translation.ts";
import { useSortedHere } from "./list-query.ts";

type SortLinkProps = { name: string; label: string; sort: "up" | "down" | "none" };

/** A heading that puts the rows in order by its column; another press turns the order round. */
export function SortLink({ name, label, sort }: SortLinkProps) {
  const { t } = useTranslation("tables");
  const sortedHere = useSortedHere();
  return (
    <a
      className="sort-link"
      data-sort={sort}
      href={sortedHere(sort === "up" ? `-${name}` : name)}
      title={t(sort === "up" ? "order.turn" : "order.by", { column: label })}
    >
      {label}
    </a>
  );
}
