import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import { collator, formatNumber } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { countPeopleByInstitution } from "#app/people/queries.ts";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";

export const loader = guardedLoader("programme.change", async ({ db, actor, locale, t, at }) => {
  const institutions = await listInstitutions(db, localDate(at, actor.zone));
  const people = await untilChanged(db, at, ["peopleByInstitution"], () => countPeopleByInstitution(db));
  const compare = collator(locale);
  return {
    rows: institutions
      .map(({ id, code, country, name, acronym, isArchived }) => ({
        code,
        isArchived,
        name: textIn(name, locale),
        acronym: acronym === code ? null : acronym,
        country: countryName(country, locale, t),
        people: formatNumber(locale, people.get(id) ?? 0),
      }))
      .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || compare(a.name.text, b.name.text)),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function InstitutionsPage() {
  const { rows } = useLoaderData<typeof loader>();
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
  const { t, locale } = useTranslation(["institutions", "common"]);
  const columns: Column<Loaded["rows"][number]>[] = [
    {
      name: "name",
      label: t("list.name"),
      isHeading: true,
      cell: ({ code, name, acronym, isArchived }) => (
        <>
          <a className="link" href={to.institution({ locale, code })}>
            <LocalText value={name} />
          </a>{" "}
          {isArchived ? <Badge tone="quiet">{t("record.archive.badge")}</Badge> : null}
          {acronym ? <SecondLine>{acronym}</SecondLine> : null}
        </>
      ),
    },
    { name: "country", label: t("field.country"), isLabelled: true, cell: ({ country }) => country },
    { name: "code", label: t("field.code"), isLabelled: true, cell: ({ code }) => code },
    { name: "people", label: t("list.people"), isLabelled: true, isNumber: true, cell: ({ people }) => people },
  ];
  return <Table caption={t("list.title")} id="list" columns={columns} rows={rows} keyOf={({ code }) => code} />;
}
