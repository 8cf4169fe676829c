import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { asChosen } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { venueList } from "./venue-list.tsx";
import { venueRows } from "./venue-rows.ts";

export const loader = guardedLoader("venue.change", async (visit) =>
  asChosen(await venueRows(visit), venueList, visit),
);

export default function VenuesPage() {
  const { choice, rows } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("venues");
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      width="wide"
      hasList={rows.length > 0}
      tabs={<DeskTabs />}
      action={
        <Button look="main" href={to.newVenue({ locale })}>
          {t("list.add")}
        </Button>
      }
    >
      {rows.length ? (
        <>
          <p className="font-bold text-ink">{t("list.found", { count: rows.length })}</p>
          <ListTable list={venueList} rows={rows} choice={choice} />
        </>
      ) : (
        <Empty title={t("list.empty.title")}>{t("list.empty.text")}</Empty>
      )}
    </Page>
  );
}
