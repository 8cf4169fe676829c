import { useLoaderData } from "@remix-run/react";
import { may, type Reach, reachOf } from "#app/access/permissions.ts";
import { AccountStateBadge } from "#app/accounts/account/account-state-badge.tsx";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import { to } from "#app/addresses.ts";
import { listPeopleWithin } from "#app/enrolment/people/people-list.queries.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionLabels } from "#app/institutions/choices.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { countries } from "#app/institutions/rules.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import type { Option } from "#app/ui/form/fields.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryPlace, queryText } from "#app/web/search-params.ts";
import { asId } from "#db/id.ts";

export const loader = guardedLoader("person.read", async ({ db, actor, reach, locale, t, at, url }) => {
  const wording = { locale, t, at };
  const institutions = await institutionLabels(db, wording);
  const programmes = await programmeChoices(db, wording, reach);
  const chosen = {
    q: queryText(url, "q"),
    institution: offered(institutions, queryText(url, "institution", 64)),
    country: queryChoice(url, "country", countries),
    programme: offered(programmes, queryText(url, "programme", 64)),
  };
  const { rows, total, isPart, previous, next } = await listPeopleWithin(db, reach, {
    q: chosen.q,
    institutionId: chosen.institution ? asId<"institution">(chosen.institution) : null,
    country: chosen.country,
    programmeId: chosen.programme ? asId<"programme">(chosen.programme) : null,
    place: queryPlace(url),
    locale,
  });
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  return {
    chosen,
    institutions,
    programmes,
    mayAdd: mayAdd(actor, reachOf(actor, "person.change")),
    total: { ...total, number: formatNumber(locale, total.count) },
    isPart,
    previous,
    next,
    done: queryChoice(url, "done", ["unlisted"]),
    rows: rows.map(({ id, institutionId, post, country, email, state, ...names }) => ({
      id,
      name: shownName(names),
      institution: institutionOf(institutionId),
      post: post ?? "",
      country: countryName(country, locale, t),
      email,
      state,
    })),
  };
});

/** What the address asks for, where the page offers it. */
const offered = (options: Option[], value: string) => options.find((option) => option.value === value)?.value ?? null;

/** Whoever is added is put on a programme's list, unless whoever adds them sees everybody. */
const mayAdd = (actor: Parameters<typeof may>[0], reach: Reach) =>
  may(actor, "person.change") && (reach.everywhere || reach.programmeIds.length > 0);

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function PeoplePage() {
  const { rows, total, isPart, previous, next, done, mayAdd, ...filters } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("deskPeople");
  return (
    <Page
      title={t("list.title")}
      width="wide"
      hasList={rows.length > 0}
      tabs={<DeskTabs />}
      notice={done ? <Notice tone="good" title={t(`story.done.${done}`)} /> : null}
      action={
        mayAdd ? (
          <Button look="main" href={to.newPerson({ locale })}>
            {t("list.add")}
          </Button>
        ) : null
      }
    >
      <PeopleFilters {...filters} />
      {rows.length ? (
        <p className={isPart ? "font-bold text-ink" : "mb-4 font-bold text-ink"}>
          {t(total.isMore ? "list.foundMore" : "list.found", total)}
        </p>
      ) : null}
      {isPart ? <Hint className="mb-4">{t("list.part", total)}</Hint> : null}
      {rows.length ? <PeopleTable rows={rows} /> : <NoPeople chosen={filters.chosen} mayAdd={mayAdd} />}
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

function PeopleTable({ rows }: Pick<Loaded, "rows">) {
  const { t, locale } = useTranslation(["deskPeople", "people"]);
  const columns: Column<Loaded["rows"][number]>[] = [
    {
      name: "name",
      label: t("people:accounts.name"),
      isHeading: true,
      cell: ({ id, name }) => (
        <a className="link [&_*]:text-inherit" href={to.person({ locale, person: id })}>
          <PersonName value={name} />
        </a>
      ),
    },
    {
      name: "work",
      label: t("list.work"),
      cell: ({ institution, post }) => (
        <>
          <LocalText value={institution} />
          {post ? <SecondLine> {post}</SecondLine> : null}
        </>
      ),
    },
    { name: "country", label: t("people:field.country"), cell: ({ country }) => country },
    {
      name: "email",
      label: t("people:field.email"),
      cell: ({ email }) => (email ? <Address email={email} /> : <span className="text-hint">{t("noEmail")}</span>),
    },
    {
      name: "account",
      label: t("list.account"),
      cell: ({ state }) => (state ? <AccountStateBadge state={state} /> : <Badge tone="quiet">{t("noAccount")}</Badge>),
    },
  ];
  return <Table caption={t("list.title")} id="list" columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
