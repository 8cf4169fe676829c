import { useLoaderData } from "@remix-run/react";
import { collator, formatNumber } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { countPeople, listInstitutions } from "#app/institutions/queries.ts";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { guardedLoader } from "#app/web/guard.ts";

export const loader = guardedLoader("programme.change", async ({ db, actor, locale, t, at }) => {
  const institutions = await listInstitutions(db, localDate(at, actor.zone));
  const people = await countPeople(db);
  const compare = collator(locale);
  return {
    rows: institutions
      .map(({ id, code, country, name, acronym }) => ({
        code,
        name: textIn(name, locale),
        acronym: acronym === code ? null : acronym,
        country: countryName(country, locale, t),
        people: formatNumber(locale, people.get(id) ?? 0),
      }))
      .sort((a, b) => compare(a.name.text, b.name.text)),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function InstitutionsPage() {
  const { rows } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("institutions");
  return (
    <Page
      title={t("list.title")}
      width="wide"
      action={
        <a className="button button-main" href={`/${i18n.language}/admin/institutions/new`}>
          {t("list.add")}
        </a>
      }
    >
      <AdminTabs />
      <p className="mb-4 font-bold text-ink">{t("list.found", { count: rows.length })}</p>
      {rows.length ? (
        <InstitutionTable rows={rows} />
      ) : (
        <Empty title={t("list.empty.title")}>{t("list.empty.text")}</Empty>
      )}
    </Page>
  );
}

function InstitutionTable({ rows }: Pick<Loaded, "rows">) {
  const { t, i18n } = useTranslation(["institutions", "common"]);
  return (
    <div className="panel overflow-x-auto">
      <table className="rows rows-cards">
        <thead>
          <tr>
            <th scope="col">{t("list.name")}</th>
            <th scope="col">{t("field.country")}</th>
            <th scope="col">{t("field.code")}</th>
            <th scope="col" className="number">
              {t("list.people")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, acronym, country, people }) => (
            <tr key={code}>
              <th scope="row">
                <a className="link" href={`/${i18n.language}/admin/institutions/${code}`}>
                  <LocalText value={name} />
                </a>
                {acronym ? <span className="block text-sm font-normal text-hint">{acronym}</span> : null}
              </th>
              <td data-label={t("field.country")}>{country}</td>
              <td data-label={t("field.code")}>{code}</td>
              <td data-label={t("list.people")} className="number">
                {people}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
