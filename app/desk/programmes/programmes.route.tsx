import { useLoaderData } from "@remix-run/react";
import { may } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { asChosen } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { programmeRows } from "#app/workshops/programmes/programme-rows.ts";
import { deskProgrammeList } from "./programme-list.ts";

/** Managers have no desk, and come here from their figures. */
export const loader = guardedLoader("programme.read", async (visit) => ({
  ...asChosen(await programmeRows(visit), deskProgrammeList, visit),
  hasDesk: may(visit.actor, "desk.read"),
}));

export default function DeskProgrammesPage() {
  const { choice, rows, hasDesk } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  return (
    <Page
      title={t("list.title")}
      lead={t("desk.lead")}
      width="wide"
      hasList={rows.length > 0}
      tabs={hasDesk ? <DeskTabs /> : null}
    >
      {rows.length ? (
        <>
          <p className="font-bold text-ink">{t("list.found", { count: rows.length })}</p>
          <ListTable list={deskProgrammeList} rows={rows} choice={choice} />
        </>
      ) : (
        <Empty title={t("list.empty.title")}>{t("desk.none")}</Empty>
      )}
    </Page>
  );
}
