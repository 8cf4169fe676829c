import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatNumber, formatShortPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isWithoutInstitutions } from "#app/institutions/queries.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { countWorkshopsByProgramme } from "#app/workshops/queries.ts";

export const loader = guardedLoader("programme.change", async ({ db, reach, locale }) => {
  const programmes = await listProgrammes(db, reach);
  const workshops = await countWorkshopsByProgramme(db);
  return {
    needsInstitutions: await isWithoutInstitutions(db),
    rows: programmes
      .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || b.startsOn.localeCompare(a.startsOn))
      .map(({ id, code, title, startsOn, endsOn, isArchived }) => ({
        code,
        isArchived,
        title: textIn(title, locale),
        period: formatShortPeriod(locale, startsOn, endsOn),
        workshops: formatNumber(locale, workshops.get(id) ?? 0),
      })),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ProgrammesPage() {
  const { rows, needsInstitutions } = useLoaderData<typeof loader>();
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
      <p className="mb-4 font-bold text-ink">{t("list.found", { count: rows.length })}</p>
      {rows.length ? <ProgrammeTable rows={rows} /> : <NoProgrammes needsInstitutions={needsInstitutions} />}
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

function ProgrammeTable({ rows }: Pick<Loaded, "rows">) {
  const { t, locale } = useTranslation(["programmes", "institutions"]);
  const columns: Column<Loaded["rows"][number]>[] = [
    {
      name: "title",
      label: t("field.title"),
      isHeading: true,
      cell: ({ code, title, isArchived }) => (
        <>
          <a className="link" href={to.programme({ locale, code })}>
            {title.text ? <LocalText value={title} /> : code}
          </a>{" "}
          {isArchived ? <Badge tone="quiet">{t("institutions:record.archive.badge")}</Badge> : null}
        </>
      ),
    },
    {
      name: "code",
      label: t("field.code"),
      isLabelled: true,
      className: "whitespace-nowrap",
      cell: ({ code }) => code,
    },
    {
      name: "period",
      label: t("list.period"),
      isLabelled: true,
      className: "whitespace-nowrap",
      cell: ({ period }) => period,
    },
    {
      name: "workshops",
      label: t("list.workshops"),
      isLabelled: true,
      isNumber: true,
      cell: ({ workshops }) => workshops,
    },
  ];
  return <Table caption={t("list.title")} id="list" columns={columns} rows={rows} keyOf={({ code }) => code} />;
}
