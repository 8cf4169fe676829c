import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { readChoice } from "#app/tables/list.ts";
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
  const { rows, counts } = await clashRows(visit, { standing, most: shown });
  return { choice, standing, counts, rows, hidden: counts[standing] - rows.length };
});

export default function ClashesPage() {
  const { choice, standing, counts, rows, hidden } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("clashes");
  return (
    <Page title={t("list.title")} lead={t("list.lead")} width="wide" tabs={<DeskTabs />} hasList={rows.length > 0}>
      <Chips
        label={t("list.standing")}
        className="mb-6"
        chips={standings.map((one) => ({
          href: to.clashes({ locale }, { show: one === "open" ? null : one }),
          label: t(`standing.${one}`),
          count: counts[one],
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
