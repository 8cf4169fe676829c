import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { ListTools } from "#app/ui/display/list-tools.tsx";
import { BesideNumber, Cells, type Column, GroupRow, SmallTable, Table, TableFrame } from "#app/ui/display/table.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";

type Row = { name: string; tone: Tone; count: number };

/** What is compared: tables with their search, terms with their values. */
export function GalleryLists({ here }: { here: string }) {
  const { t } = useTranslation("gallery");
  const columns = useColumns(here);
  const figures = columns.filter(({ isHeading, isNumber }) => isHeading || isNumber);
  const rows: Row[] = [
    { name: t("value"), tone: "good", count: 0 },
    { name: t("long"), tone: "key", count: 12 },
    { name: t("choice.first"), tone: "bad", count: 1234 },
  ];
  return (
    <>
      <Section title={t("section.lists")}>
        <Filters
          submit={t("search")}
          kept={{ group: "all" }}
          search={<FilterText name="q" label={t("filter")} value={t("value")} />}
          chosen={1}
          className="mb-6"
        >
          <FilterSelect name="state" label={t("column.state")} value="first">
            <option value="first">{t("choice.first")}</option>
            <option value="second">{t("choice.second")}</option>
          </FilterSelect>
        </Filters>
        <ListTools
          columns={columns.map(({ name, label, isHeading }) => ({
            ...{ name, label, isChosen: true, isFixed: isHeading === true, isSortable: true },
          }))}
          sort=""
          isChanged
        />
        <Table
          columns={columns.map((column, index) => ({ ...column, sort: index === 0 ? "up" : "none" }))}
          rows={rows}
          keyOf={({ name }) => name}
          isMarked={({ tone }) => tone === "key"}
          caption={t("caption")}
        />
        <div className="mt-6 max-w-3xl">
          <TableFrame columns={figures} caption={t("caption")}>
            <tbody>
              <GroupRow columns={figures}>{t("choice.first")}</GroupRow>
              {rows.map((row) => (
                <tr key={row.name}>
                  <Cells columns={figures} row={row} />
                </tr>
              ))}
            </tbody>
          </TableFrame>
        </div>
        <Filters submit={t("search")} look="plain" className="my-6">
          <FilterSelect name="other" label={t("column.state")} value="first">
            <option value="first">{t("choice.first")}</option>
          </FilterSelect>
        </Filters>
        <Panel pad="card" className="mt-6 max-w-3xl">
          <SmallTable caption={t("caption")} columns={figures} rows={rows} keyOf={({ name }) => name} />
        </Panel>
      </Section>
      <GalleryFacts />
    </>
  );
}

function useColumns(here: string): Column<Row>[] {
  const { t } = useTranslation("gallery");
  return [
    {
      name: "name",
      label: t("column.name"),
      isHeading: true,
      cell: ({ name }) => (
        <>
          {name}
          <SecondLine>{t("hint")}</SecondLine>
        </>
      ),
    },
    { name: "state", label: t("column.state"), cell: ({ tone }) => <Badge tone={tone}>{t(`tone.${tone}`)}</Badge> },
    {
      name: "count",
      label: t("column.count"),
      isNumber: true,
      isLabelled: true,
      cell: ({ count }) => (
        <>
          {count}
          <BesideNumber>{t("look.small")}</BesideNumber>
        </>
      ),
    },
    {
      name: "change",
      label: t("column.change"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      cell: () => (
        <a className="link" href={here}>
          {t("change")}
        </a>
      ),
    },
  ];
}

const factLooks = ["beside", "stacked", "columns", "lines", "explained", "ruled"] as const;

function GalleryFacts() {
  const { t } = useTranslation("gallery");
  const facts = [
    { term: t("column.name"), value: t("value") },
    { term: t("column.state"), value: t("long") },
    { term: t("column.count"), value: "12", className: "figures" },
  ];
  return (
    <Section title={t("section.facts")}>
      <div className="grid gap-6">
        {factLooks.map((look) => (
          <Panel key={look} pad={look === "ruled" ? "sides" : "text"}>
            <Facts look={look} facts={facts} />
          </Panel>
        ))}
      </div>
    </Section>
  );
}
