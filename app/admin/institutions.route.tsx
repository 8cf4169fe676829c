import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { asChosen } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { institutionList } from "./institution-list.tsx";
import { institutionRows } from "./institution-rows.ts";

export const loader = guardedLoader("programme.change", async (visit) =>
  asChosen(await institutionRows(visit), institutionList, visit),
);

export default function InstitutionsPage() {
  const { choice, rows } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("institutions");
  return (
    <Page
      title={t("list.title")}
      width="wide"
      hasList={rows.length > 0}
      action={
        <Button look="main" href={to.newInstitution({ locale })}>
          {t("list.add")}
        </Button>
      }
    >
      <AdminTabs />
      <p className="font-bold text-ink">{t("list.found", { count: rows.length })}</p>
      {rows.length ? (
        <ListTable list={institutionList} rows={rows} choice={choice} />
      ) : (
        <Empty title={t("list.empty.title")}>{t("list.empty.text")}</Empty>
      )}
    </Page>
  );
}
