import { useLoaderData } from "@remix-run/react";
import { reachOf } from "#app/access/permissions.ts";
import { formatNumber, formatShortPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isWithoutInstitutions } from "#app/institutions/queries.ts";
import { countWorkshops, listProgrammes } from "#app/programmes/queries.ts";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { guardedLoader } from "#app/web/guard.ts";

export const loader = guardedLoader("programme.change", async ({ db, actor, locale }) => {
  const programmes = await listProgrammes(db, reachOf(actor, "programme.change"));
  const workshops = await countWorkshops(db);
  return {
    needsInstitutions: await isWithoutInstitutions(db),
    rows: programmes
      .sort((a, b) => b.startsOn.localeCompare(a.startsOn))
      .map(({ id, code, title, startsOn, endsOn }) => ({
        code,
        title: textIn(title, locale),
        period: formatShortPeriod(locale, startsOn, endsOn),
        workshops: formatNumber(locale, workshops.get(id) ?? 0),
      })),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ProgrammesPage() {
  const { rows, needsInstitutions } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("programmes");
  return (
    <Page
      title={t("list.title")}
      width="wide"
      action={
        <a className="button button-main" href={`/${i18n.language}/admin/programmes/new`}>
          {t("list.add")}
        </a>
      }
    >
      <AdminTabs />
      <p className="mb-4 font-bold text-ink">{t("list.found", { count: rows.length })}</p>
      {rows.length ? <ProgrammeTable rows={rows} /> : <NoProgrammes needsInstitutions={needsInstitutions} />}
    </Page>
  );
}

function NoProgrammes({ needsInstitutions }: { needsInstitutions: boolean }) {
  const { t, i18n } = useTranslation("programmes");
  return (
    <Empty title={t("list.empty.title")}>
      {needsInstitutions ? (
        <a className="link" href={`/${i18n.language}/admin/institutions/new`}>
          {t("list.empty.institutionsFirst")}
        </a>
      ) : (
        t("list.empty.text")
      )}
    </Empty>
  );
}

function ProgrammeTable({ rows }: Pick<Loaded, "rows">) {
  const { t, i18n } = useTranslation("programmes");
  return (
    <div className="panel overflow-x-auto">
      <table className="rows rows-cards">
        <thead>
          <tr>
            <th scope="col">{t("field.title")}</th>
            <th scope="col">{t("field.code")}</th>
            <th scope="col">{t("list.period")}</th>
            <th scope="col" className="number">
              {t("list.workshops")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, title, period, workshops }) => (
            <tr key={code}>
              <th scope="row">
                <a className="link" href={`/${i18n.language}/admin/programmes/${code}`}>
                  {title.text ? <LocalText value={title} /> : code}
                </a>
              </th>
              <td data-label={t("field.code")} className="whitespace-nowrap">
                {code}
              </td>
              <td data-label={t("list.period")} className="whitespace-nowrap">
                {period}
              </td>
              <td data-label={t("list.workshops")} className="number">
                {workshops}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
