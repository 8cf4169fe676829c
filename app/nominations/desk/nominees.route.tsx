import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isCallPublished } from "#app/nominations/call/queries.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { chosenPage } from "#app/web/chosen-page.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { nomineeList } from "./nominee-list.tsx";
import { nomineeRows } from "./nominees-view.ts";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  return {
    frame,
    hasCall: await isCallPublished(visit.db, workshop.id),
    done: queryChoice(visit.url, "done", ["returned", "withdrawn", "accepted", "declined"]),
    ...chosenPage(await nomineeRows(visit, workshop), nomineeList, visit),
  };
});

export default function NomineesPage() {
  const { frame, hasCall, done, rows, choice, page, pages } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["nominations", "selection", "review"]);
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} title={t("desk.title")} hasList={rows.length > 0}>
      {done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl">{t("desk.title")}</h2>
        <span className="flex flex-wrap gap-3 print:hidden">
          <Button look="plain" isSmall href={to.call({ locale, code })}>
            {t("desk.call")}
          </Button>
          {rows.length ? (
            <Button look="plain" isSmall href={to.review({ locale, code })}>
              {t("review:desk.title")}
            </Button>
          ) : null}
          {rows.length ? (
            <Button look="main" isSmall href={to.selection({ locale, code })}>
              {t("selection:title")}
            </Button>
          ) : null}
        </span>
      </div>
      {rows.length ? (
        <>
          <ListTable list={nomineeList} rows={rows} choice={choice} />
          <Pagination page={page} pages={pages} />
        </>
      ) : (
        <Empty title={t("desk.empty.title")}>{t(hasCall ? "desk.empty.text" : "desk.empty.noCall")}</Empty>
      )}
    </WorkshopFrame>
  );
}
