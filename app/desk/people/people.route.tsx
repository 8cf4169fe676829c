import { useLoaderData } from "@remix-run/react";
import { may, type Reach, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { listPeopleWithin } from "#app/enrolment/people/people-list.queries.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { readChoice } from "#app/tables/list.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import type { Option } from "#app/ui/form/fields.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryPlace } from "#app/web/search-params.ts";
import { reachedPeople } from "./people-list.tsx";
import { peopleRows, readPeopleFilter } from "./people-rows.ts";

export const loader = guardedLoader("person.read", async (visit) => {
  const { db, actor, reach, locale, url } = visit;
  const { institutions, programmes, chosen, filter } = await readPeopleFilter(visit, reach);
  const { rows, total, isPart, previous, next } = await listPeopleWithin(db, reach, {
    ...filter,
    place: queryPlace(url),
    locale,
  });
  const rowsOf = await peopleRows(visit);
  return {
    ...{ chosen, institutions, programmes, isPart, previous, next },
    choice: readChoice(url, reachedPeople),
    mayAdd: mayAdd(actor, reachOf(actor, "person.change")),
    total: { ...total, number: formatNumber(locale, total.count) },
    done: queryChoice(url, "done", ["unlisted"]),
    rows: rowsOf(rows),
  };
});

/** Whoever is added is put on a programme's list, unless whoever adds them sees everybody. */
const mayAdd = (actor: Parameters<typeof may>[0], reach: Reach) =>
  may(actor, "person.change") && (reach.everywhere || reach.programmeIds.length > 0);

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function PeoplePage() {
  const { rows, choice, total, isPart, previous, next, done, mayAdd, ...filters } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["deskPeople", "import"]);
  return (
    <Page
      title={t("list.title")}
      width="wide"
      hasList={rows.length > 0}
      tabs={<DeskTabs />}
      notice={done ? <Notice tone="good" title={t(`story.done.${done}`)} /> : null}
      action={
        mayAdd ? (
          <div className="flex flex-wrap gap-3">
            <Button look="plain" href={to.importPeople({ locale })}>
              {t("import:open")}
            </Button>
            <Button look="main" href={to.newPerson({ locale })}>
              {t("list.add")}
            </Button>
          </div>
        ) : null
      }
    >
      <PeopleFilters {...filters} />
      <p className="mb-4 print:hidden">
        <a className="link" href={to.doubles({ locale })}>
          {t("doubles.link")}
        </a>
      </p>
      {rows.length ? (
        <p className="font-bold text-ink">{t(total.isMore ? "list.foundMore" : "list.found", total)}</p>
      ) : null}
      {isPart ? <Hint>{t("list.part", total)}</Hint> : null}
      {rows.length ? (
        <ListTable list={reachedPeople} rows={rows} choice={choice} />
      ) : (
        <NoPeople chosen={filters.chosen} mayAdd={mayAdd} />
      )}
      <KeyPagination previous={previous} next={next} />
    </Page>
  );
}

function PeopleFilters({ chosen, institutions, programmes }: Pick<Loaded, "chosen" | "institutions" | "programmes">) {
  const { t } = useTranslation(["deskPeople", "people", "common"]);
  const { q, institution, country, programme } = chosen;
  const any = <option value="">{t("list.filter.any")}</option>;
  const options = (choices: Option[]) =>
    choices.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
  return (
    <Filters
      submit={t("list.filter.button")}
      look="plain"
      search={<FilterText name="q" label={t("list.filter.q")} value={q} />}
      chosen={[institution, country, programme].filter(Boolean).length}
      className="mb-6"
    >
      <FilterSelect name="institution" label={t("people:field.institution")} value={institution ?? ""}>
        {any}
        {options(institutions)}
      </FilterSelect>
      <FilterSelect name="country" label={t("people:field.country")} value={country ?? ""}>
        {any}
        {options(countries.map((value) => ({ value, label: t(`common:country.${value}`) })))}
      </FilterSelect>
      <FilterSelect name="programme" label={t("list.filter.programme")} value={programme ?? ""}>
        {any}
        {options(programmes)}
      </FilterSelect>
    </Filters>
  );
}

/** A search that finds nobody, or a desk that knows nobody yet. */
function NoPeople({ chosen, mayAdd }: Pick<Loaded, "chosen" | "mayAdd">) {
  const { t, locale } = useTranslation("deskPeople");
  if (Object.values(chosen).some(Boolean))
    return (
      <Empty
        title={t("list.empty.title")}
        action={
          <Button look="plain" href={to.people({ locale })}>
            {t("list.empty.reset")}
          </Button>
        }
      >
        {t("list.empty.text")}
      </Empty>
    );
  return (
    <Empty
      title={t("list.none.title")}
      action={
        mayAdd ? (
          <Button look="plain" href={to.newPerson({ locale })}>
            {t("list.add")}
          </Button>
        ) : null
      }
    >
      {t("list.none.text")}
    </Empty>
  );
}
