import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isWithoutInstitutions } from "#app/institutions/queries.ts";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { asChosen } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { programmeRows } from "#app/workshops/programmes/programme-rows.ts";
import { programmeList } from "./programme-list.ts";

export const loader = guardedLoader("programme.change", async (visit) => ({
  ...asChosen(await programmeRows(visit), programmeList, visit),
  needsInstitutions: await isWithoutInstitutions(visit.db),
}));

export default function ProgrammesPage() {
  const { choice, rows, needsInstitutions } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  return (
    <Page
      title={t("list.title")}
      width="wide"
      hasList={rows.length > 0}
      action={
        <Button look="main" href={to.newProgramme({ locale })}>
          {t("list.add")}
        </Button>
      }
    >
      <AdminTabs />
      <p className="font-bold text-ink">{t("list.found", { count: rows.length })}</p>
      {rows.length ? (
        <ListTable list={programmeList} rows={rows} choice={choice} />
      ) : (
        <NoProgrammes needsInstitutions={needsInstitutions} />
      )}
    </Page>
  );
}

function NoProgrammes({ needsInstitutions }: { needsInstitutions: boolean }) {
  const { t, locale } = useTranslation("programmes");
  return (
    <Empty title={t("list.empty.title")}>
      {needsInstitutions ? (
        <a className="link" href={to.newInstitution({ locale })}>
          {t("list.empty.institutionsFirst")}
        </a>
      ) : (
        t("list.empty.text")
      )}
    </Empty>
  );
}
