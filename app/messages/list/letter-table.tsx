import { useTranslation } from "#app/i18n/use-translation.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { letterColumns } from "./letter-list.tsx";
import { letterStates, listedKinds } from "./letter-state.rules.ts";
import type { letterList } from "./list-view.ts";

type Letters = Awaited<ReturnType<typeof letterList>>;

/** Every letter about a workshop, whoever wrote it, with a search above. */
export function LetterTable({ code, letters }: { code: string; letters: Letters }) {
  const { t, locale } = useTranslation(["messages", "enrolment"]);
  const { filter, rows } = letters;
  const isNarrowed = filter.kind || filter.state || filter.person;
  if (!rows.length && !isNarrowed)
    return <Empty title={t("enrolment:messages.empty.title")}>{t("enrolment:messages.empty.text")}</Empty>;
  return (
    <>
      <LetterFilters filter={filter} />
      {rows.length ? (
        <>
          <ListTable list={letterColumns(code, letters.zone, locale)} rows={rows} choice={letters.choice} />
          <KeyPagination previous={letters.previous} next={letters.next} />
        </>
      ) : (
        <Empty title={t("list.noneFound")}>{t("list.noneFoundText")}</Empty>
      )}
    </>
  );
}

function LetterFilters({ filter }: Pick<Letters, "filter">) {
  const { t } = useTranslation("messages");
  const { kind, state, person } = filter;
  return (
    <Filters
      submit={t("list.search")}
      look="plain"
      className="mb-4"
      chosen={[kind, state].filter(Boolean).length}
      search={<FilterText name="q" label={t("list.person")} value={person} />}
    >
      <FilterSelect name="kind" label={t("list.kind")} value={kind ?? ""}>
        <option value="">{t("list.anyKind")}</option>
        {listedKinds.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="state" label={t("list.state")} value={state ?? ""}>
        <option value="">{t("list.anyState")}</option>
        {letterStates.map((one) => (
          <option key={one} value={one}>
            {t(`copy.${one}`)}
          </option>
        ))}
      </FilterSelect>
    </Filters>
  );
}
