import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { facultyRoles } from "#app/faculty/rules.ts";
import { locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { facultyList } from "./faculty-list.tsx";
import { facultyRows } from "./faculty-rows.ts";

export const loader = guardedLoader("faculty.change", async (visit) => {
  const choice = readChoice(visit.url, facultyList);
  const { rows, ...rest } = await facultyRows(visit);
  return { choice, ...rest, rows: inChosenOrder(rows, facultyList, choice, visit) };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function FacultyPage() {
  const { choice, rows, filter, isEmpty } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("faculty");
  const add = (
    <Button look="main" href={to.newMember({ locale })}>
      {t("list.add")}
    </Button>
  );
  return (
    <Page
      title={t("list.title")}
      width="wide"
      hasList={rows.length > 0}
      tabs={<DeskTabs />}
      action={isEmpty ? null : add}
    >
      {isEmpty ? (
        <Empty title={t("list.none.title")} action={add}>
          {t("list.none.text")}
        </Empty>
      ) : (
        <>
          <FacultyFilters filter={filter} />
          {rows.length ? (
            <>
              <p className="font-bold text-ink">{t("list.found", { count: rows.length })}</p>
              <ListTable list={facultyList} rows={rows} choice={choice} />
            </>
          ) : (
            <Empty
              title={t("list.empty.title")}
              action={
                <Button look="plain" href={to.faculty({ locale })}>
                  {t("list.empty.reset")}
                </Button>
              }
            >
              {t("list.empty.text")}
            </Empty>
          )}
        </>
      )}
    </Page>
  );
}

function FacultyFilters({ filter }: Pick<Loaded, "filter">) {
  const { t } = useTranslation(["faculty", "common"]);
  const { q, role, language, on, show } = filter;
  return (
    <Filters
      submit={t("list.filter.button")}
      look="plain"
      search={<FilterText name="q" label={t("list.filter.q")} value={q} />}
      chosen={[role, language, on, show === "archived"].filter(Boolean).length}
      className="mb-6"
    >
      <FilterSelect name="role" label={t("field.roles")} value={role ?? ""}>
        <option value="">{t("list.filter.any")}</option>
        {facultyRoles.map((one) => (
          <option key={one} value={one}>
            {t(`role.${one}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="language" label={t("field.languages")} value={language ?? ""}>
        <option value="">{t("list.filter.any")}</option>
        {locales.map((one) => (
          <option key={one} value={one}>
            {t(`common:language.${one}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterText name="on" type="date" label={t("list.filter.on")} value={on ?? ""} />
      <FilterSelect name="show" label={t("list.filter.show")} value={show}>
        <option value="current">{t("list.filter.current")}</option>
        <option value="archived">{t("list.filter.archived")}</option>
      </FilterSelect>
    </Filters>
  );
}
