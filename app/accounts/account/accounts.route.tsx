import { useLoaderData } from "@remix-run/react";
import { roles } from "#app/access/permissions.ts";
import { type GrantView, grantView } from "#app/accounts/grants/grant-places.ts";
import { RoleBadge } from "#app/accounts/grants/role-badge.tsx";
import { listAccounts } from "#app/accounts/list.queries.ts";
import { listAccountsOf, listGrants } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionLabels } from "#app/institutions/choices.ts";
import { listFailedAccountJobs } from "#app/outbox/queries.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { Address } from "#app/ui/address.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryPlace, queryText } from "#app/web/search-params.ts";
import { AccountStateBadge } from "./account-state-badge.tsx";

export const loader = guardedLoader("account.change", async ({ db, locale, t, at, url }) => {
  const filter = { q: queryText(url, "q"), role: queryChoice(url, "role", roles) };
  const { rows, total, isPart, previous, next } = await listAccounts(db, { ...filter, place: queryPlace(url), locale });
  const grants = await listGrants(
    db,
    rows.map(({ id }) => id),
  );
  const institutions = await institutionLabels(db, { locale, t, at });
  const notReached = await listFailedAccountJobs(db, null);
  return {
    filter,
    notReached: (await listAccountsOf(db, [...new Set(notReached.map(({ personId }) => personId))])).map((account) => ({
      id: account.id,
      name: shownName(account).name,
    })),
    total: { ...total, number: formatNumber(locale, total.count) },
    isPart,
    previous,
    next,
    rows: rows.map((account) => ({
      id: account.id,
      name: shownName(account),
      email: account.email,
      institution: institutions.find(({ value }) => value === account.institutionId)?.label ?? "",
      state: account.state,
      grants: grants.filter(({ accountId }) => accountId === account.id).map((grant) => grantView(grant, institutions)),
    })),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function AccountsPage() {
  const { filter, rows, total, isPart, previous, next, notReached } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("people");
  return (
    <Page
      title={t("accounts.title")}
      width="wide"
      hasList={rows.length > 0}
      action={
        <Button look="main" href={to.newAccount({ locale })}>
          {t("accounts.invite")}
        </Button>
      }
    >
      <AdminTabs />
      {notReached.length ? <NotReached accounts={notReached} /> : null}
      <AccountFilters filter={filter} />
      <p className={isPart ? "font-bold text-ink" : "mb-4 font-bold text-ink"}>
        {t(total.isMore ? "accounts.foundMore" : "accounts.found", total)}
      </p>
      {isPart ? <Hint className="mb-4">{t("accounts.part", total)}</Hint> : null}
      {rows.length ? <AccountTable rows={rows} /> : <NoAccounts />}
      <KeyPagination previous={previous} next={next} />
    </Page>
  );
}

function NotReached({ accounts }: { accounts: Loaded["notReached"] }) {
  const { t, locale } = useTranslation("people");
  return (
    <Notice isStanding tone="bad" title={t("accounts.notReached")}>
      <ul>
        {accounts.map(({ id, name }) => (
          <li key={id}>
            <a className="link" href={to.account({ locale, id })} lang={langOfName(name)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function NoAccounts() {
  const { t, locale } = useTranslation("people");
  return (
    <Empty
      title={t("accounts.empty.title")}
      action={
        <Button look="plain" href={to.accounts({ locale })}>
          {t("accounts.empty.reset")}
        </Button>
      }
    >
      {t("accounts.empty.text")}
    </Empty>
  );
}

function AccountFilters({ filter }: Pick<Loaded, "filter">) {
  const { t } = useTranslation(["people", "common"]);
  return (
    <Filters
      submit={t("accounts.filter.button")}
      look="plain"
      search={<FilterText name="q" label={t("accounts.filter.q")} value={filter.q} />}
      chosen={filter.role ? 1 : 0}
      className="mb-6"
    >
      <FilterSelect name="role" label={t("field.role")} value={filter.role ?? ""}>
        <option value="">{t("accounts.filter.anyRole")}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`common:role.${role}`)}
          </option>
        ))}
      </FilterSelect>
    </Filters>
  );
}

function AccountTable({ rows }: Pick<Loaded, "rows">) {
  const { t, locale } = useTranslation("people");
  const columns: Column<Loaded["rows"][number]>[] = [
    {
      name: "name",
      label: t("accounts.name"),
      isHeading: true,
      cell: ({ id, name }) => (
        <a className="link [&_*]:text-inherit" href={to.account({ locale, id })}>
          <PersonName value={name} />
        </a>
      ),
    },
    {
      name: "email",
      label: t("field.email"),
      cell: ({ email }) => <Address email={email} />,
    },
    { name: "institution", label: t("field.institution"), cell: ({ institution }) => institution },
    { name: "roles", label: t("accounts.roles"), cell: ({ grants }) => <Roles grants={grants} /> },
    { name: "state", label: t("accounts.state"), cell: ({ state }) => <AccountStateBadge state={state} /> },
  ];
  return <Table caption={t("accounts.title")} id="list" columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function Roles({ grants }: { grants: GrantView[] }) {
  const { t } = useTranslation("people");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {grants.map((grant) => (
        <RoleBadge key={grant.id} {...grant} />
      ))}
      {grants.length ? null : t("accounts.noRole")}
    </span>
  );
}
