import { useLoaderData } from "@remix-run/react";
import { roles } from "#app/access/permissions.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { listFailedAccountJobs } from "#app/outbox/queries.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { Address } from "#app/ui/address.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { guardedLoader } from "#app/web/guard.ts";
import { queryChoice, queryPage, queryText } from "#app/web/query.ts";
import { AccountStateBadge } from "./account-state-badge.tsx";
import { grantView } from "./grant-places.ts";
import { listAccounts, listAccountsOf, listGrants } from "./queries.ts";
import { RoleBadge } from "./role-badge.tsx";

export const loader = guardedLoader("account.change", async ({ db, locale, t, at, url }) => {
  const filter = { q: queryText(url, "q"), role: queryChoice(url, "role", roles), page: queryPage(url) };
  const { rows, total, page, pages } = await listAccounts(db, filter);
  const grants = await listGrants(
    db,
    rows.map(({ id }) => id),
  );
  const institutions = await institutionChoices(db, { locale, t, at });
  const notReached = await listFailedAccountJobs(db, null);
  return {
    filter,
    notReached: (await listAccountsOf(db, [...new Set(notReached.map(({ personId }) => personId))])).map((account) => ({
      id: account.id,
      name: shownName(account).name,
    })),
    total,
    page,
    pages,
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
  const { filter, rows, total, page, pages, notReached } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("people");
  return (
    <Page
      title={t("accounts.title")}
      width="wide"
      action={
        <a className="button button-main" href={`/${i18n.language}/admin/accounts/new`}>
          {t("accounts.invite")}
        </a>
      }
    >
      <AdminTabs />
      {notReached.length ? <NotReached accounts={notReached} /> : null}
      <Filters filter={filter} />
      <p role="status" className="mb-4 font-bold text-ink">
        {t("accounts.found", { count: total })}
      </p>
      {rows.length ? <AccountTable rows={rows} /> : <NoAccounts />}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

function NotReached({ accounts }: { accounts: Loaded["notReached"] }) {
  const { t, i18n } = useTranslation("people");
  return (
    <Notice tone="bad" title={t("accounts.notReached")}>
      <ul>
        {accounts.map(({ id, name }) => (
          <li key={id}>
            <a className="link" href={`/${i18n.language}/admin/accounts/${id}`} lang={langOfName(name)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function NoAccounts() {
  const { t, i18n } = useTranslation("people");
  return (
    <Empty title={t("accounts.empty.title")}>
      {t("accounts.empty.text")}{" "}
      <a className="link" href={`/${i18n.language}/admin/accounts`}>
        {t("accounts.empty.reset")}
      </a>
    </Empty>
  );
}

function Filters({ filter }: Pick<Loaded, "filter">) {
  const { t } = useTranslation(["people", "common"]);
  return (
    <form className="panel mb-6 grid gap-4 p-4 sm:grid-cols-[2fr_1fr_auto] sm:items-end print:hidden">
      <label className="text-sm font-bold text-ink">
        {t("accounts.filter.q")}
        <input
          type="search"
          name="q"
          defaultValue={filter.q}
          maxLength={100}
          className="field mt-1 text-base font-normal"
        />
      </label>
      <FilterSelect name="role" label={t("field.role")} value={filter.role ?? ""}>
        <option value="">{t("accounts.filter.anyRole")}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`common:role.${role}`)}
          </option>
        ))}
      </FilterSelect>
      <button type="submit" className="button button-plain">
        {t("accounts.filter.button")}
      </button>
    </form>
  );
}

function AccountTable({ rows }: Pick<Loaded, "rows">) {
  const { t, i18n } = useTranslation("people");
  return (
    <div className="panel overflow-x-auto">
      <table className="rows rows-cards">
        <thead>
          <tr>
            <th scope="col">{t("accounts.name")}</th>
            <th scope="col">{t("field.email")}</th>
            <th scope="col">{t("field.institution")}</th>
            <th scope="col">{t("accounts.roles")}</th>
            <th scope="col">{t("accounts.state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, email, institution, grants, state }) => (
            <tr key={id}>
              <th scope="row">
                <a className="link [&_*]:text-inherit" href={`/${i18n.language}/admin/accounts/${id}`}>
                  <PersonName value={name} />
                </a>
              </th>
              <td className="lg:whitespace-nowrap">
                <Address email={email} />
              </td>
              <td>{institution}</td>
              <td>
                <span className="inline-flex flex-wrap gap-1.5">
                  {grants.map((grant) => (
                    <RoleBadge key={grant.id} {...grant} />
                  ))}
                  {grants.length ? null : t("accounts.noRole")}
                </span>
              </td>
              <td>
                <AccountStateBadge state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
