import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { workshopGroups } from "#app/statistics/rules.ts";
import { readChoice } from "#app/tables/list.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Chips } from "#app/ui/form/chips.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { paging } from "#app/web/paging.ts";
import { queryPage } from "#app/web/search-params.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { workshopRow } from "#app/workshops/view/workshop-view.ts";
import { findFigures } from "./figures/figures.ts";
import { listGroupPage, pageSize } from "./rows.queries.ts";
import { readScope } from "./scope.ts";
import { PrintedScope, ScopeForm } from "./scope-form.tsx";
import { progressWorkshopList, readGroup } from "./workshops-list.ts";

export const loader = guardedLoader("progress.read", async (visit) => {
  const { db, locale, t, at, url } = visit;
  const { scope, view } = await readScope(visit);
  const group = readGroup(url);
  const total = (await findFigures(db, scope)).workshops[group];
  const { page, pages } = paging(total, pageSize, queryPage(url));
  const ids = await listGroupPage(db, scope, group, page);
  const found = new Map((await listWorkshopsById(db, ids)).map((workshop) => [workshop.id, workshop]));
  const rows = ids.flatMap((id) => {
    const workshop = found.get(id);
    return workshop ? [workshopRow(workshop, { locale, t, at })] : [];
  });
  return {
    view,
    group,
    rows,
    choice: readChoice(url, progressWorkshopList),
    total: { count: total, number: formatNumber(locale, total) },
    page,
    pages,
    groups: workshopGroups.map((other) => ({
      group: other,
      to: to.progressWorkshops({ locale }, { group: other, ...view.chosen }),
    })),
    up: to.progress({ locale }, view.chosen),
    unfiltered: to.progressWorkshops({ locale }, { group }),
  };
});

export default function ProgressWorkshopsPage() {
  const { view, group, groups, rows, choice, total, page, pages, up, unfiltered } = useLoaderData<typeof loader>();
  const { t } = useTranslation("progress");
  const chips = groups.map(({ group: other, to: href }) => ({
    href,
    label: t(`workshops.title.${other}`),
    isCurrent: other === group,
  }));
  return (
    <Page
      width="wide"
      hasList={rows.length > 0}
      title={t(`workshops.title.${group}`)}
      crumbs={[{ to: up, label: t("title") }]}
      lead={<p>{t(`definition.${group}.text`)}</p>}
    >
      <PrintedScope view={view} />
      <Chips label={t("workshops.groups")} chips={chips} className="mb-4" />
      <ScopeForm view={view} kept={{ group }} />
      <p className="font-bold text-ink">{t("workshops.count", total)}</p>
      {rows.length ? (
        <ListTable list={progressWorkshopList} rows={rows} choice={choice} />
      ) : (
        <Empty
          title={t("workshops.empty.title")}
          action={
            <Button look="plain" href={unfiltered}>
              {t("workshops.empty.reset")}
            </Button>
          }
        />
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
