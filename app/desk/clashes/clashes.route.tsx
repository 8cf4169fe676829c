import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Chips } from "#app/ui/form/chips.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { clashList } from "./clash-list.tsx";
import { clashRows, readStanding, standings } from "./clash-rows.ts";

/** More than these are in the list's file. */
const shown = 200;

export const loader = guardedLoader("workshop.change", async (visit) => {
  const choice = readChoice(visit.url, clashList);
  const standing = readStanding(visit.url);
  const all = await clashRows(visit);
  const rows = inChosenOrder(
    all.filter((row) => row.standing === standing),
    clashList,
    choice,
    visit,
  );
  return {
    choice,
    standing,
    counts: standings.map((one) => ({ standing: one, count: all.filter((row) => row.standing === one).length })),
    rows: rows.slice(0, shown),
    hidden: Math.max(0, rows.length - shown),
  };
});

export default function ClashesPage() {
  const { choice, standing, counts, rows, hidden } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("clashes");
  return (
    <Page title={t("list.title")} lead={t("list.lead")} width="wide" tabs={<DeskTabs />} hasList={rows.length > 0}>
      <Chips
        label={t("list.standing")}
        className="mb-6"
        chips={counts.map(({ standing: one, count }) => ({
          href: to.clashes({ locale }, { show: one === "open" ? null : one }),
          label: t(`standing.${one}`),
          count,
          isCurrent: one === standing,
        }))}
      />
      {rows.length ? (
        <ListTable list={clashList} rows={rows} choice={choice} />
      ) : (
        <Empty title={t(`list.none.${standing}`)}>{t("list.empty")}</Empty>
      )}
      {hidden ? <Hint className="mt-4">{t("list.hidden", { count: hidden })}</Hint> : null}
    </Page>
  );
}
