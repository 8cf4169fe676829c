import { useLoaderData } from "@remix-run/react";
import { roles } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AdminTabs } from "#app/ui/admin-tabs.tsx";
import { Link } from "#app/ui/link.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { guardedLoader } from "#app/web/guard.ts";
import { queryChoice, queryPage, queryText } from "#app/web/query.ts";
import { AccountStateBadge } from "./account-state-badge.tsx";
import { listAccounts, listGrants, pageSize } from "./accounts.queries.ts";
import { institutionChoices } from "./choices.ts";
import { grantView } from "./grant-places.ts";
import { PersonName } from "./person-name.tsx";
import { RoleBadge } from "./role-badge.tsx";
import { accountState } from "./rules.ts";
import { shownName } from "./shown-name.ts";

export const loader = guardedLoader("account.change", async ({ db, locale, t, at, url }) => {
  const filter = { q: queryText(url, "q"), role: queryChoice(url, "role", roles), page: queryPage(url) };
  const { rows, total } = await listAccounts(db, filter);
  const grants = await listGrants(
    db,
    rows.map(({ id }) => id),
  );
  const institutions = await institutionChoices(db, { locale, t, at });
  return {
    filter,
    total,
    pages: Math.ceil(total / pageSize),
    rows: rows.map((account) => ({
      id: account.id,
      name: shownName(account),
      email: account.email,
      institution: institutions.find(({ value }) => value === account.institutionId)?.label ?? "",
      state: accountState({ ...account, hasPassword: account.hasPassword === 1 }),
      grants: grants.filter(({ accountId }) => accountId === account.id).map((grant) => grantView(grant, institutions)),
    })),
  };
});

export default function AccountsPage() {
  const { rows, total, pages, filter } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("people");
  return (
    <Page title={t("accounts.title")} width="wide">
      <AdminTabs />
      <Filters />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
        <p role="status" className="font-bold text-ink">
          {t("accounts.found", { count: total })}
        </p>
        <Link className="button button-main button-small" to={`/${i18n.language}/admin/accounts/new`}>
          {t("accounts.invite")}
        </Link>
      </div>
      {rows.length ? <AccountTable /> : <NoAccounts />}
      <Pagination page={filter.page} pages={pages} />
    </Page>
  );
}

function NoAccounts() {
  const { t, i18n } = useTranslation("people");
  return (
    <Empty title={t("accounts.empty.title")}>
      {t("accounts.empty.text")}{" "}
      <Link className="link" to={`/${i18n.language}/admin/accounts`}>
        {t("accounts.empty.reset")}
      </Link>
    </Empty>
  );
}

function Filters() {
  const { filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["people", "common"]);
  return (
    <form key={JSON.stringify(filter)} className="panel mb-6 grid gap-4 p-4 sm:grid-cols-[2fr_1fr_auto] sm:items-end">
      <label className="text-sm font-bold text-ink">
        {t("accounts.filter.q")}
        <input type="search" name="q" defaultValue={filter.q} maxLength={100} className="field mt-1 text-base font-normal" />
      </label>
      <label className="text-sm font-bold text-ink">
        {t("field.role")}
        <select name="role" defaultValue={filter.role ?? ""} className="field mt-1 text-base font-normal">
          <option value="">{t("accounts.filter.anyRole")}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`common:role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-plain button-small">
        {t("accounts.filter.button")}
      </button>
    </form>
  );
}

function AccountTable() {
  const { rows } = useLoaderData<typeof loader>();
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
                <Link className="link" to={`/${i18n.language}/admin/accounts/${id}`}>
                  <PersonName value={name} />
                </Link>
              </th>
              <td className="max-sm:break-all sm:whitespace-nowrap" data-label={t("field.email")}>
                {email}
              </td>
              <td data-label={t("field.institution")}>{institution}</td>
              <td data-label={t("accounts.roles")}>
                <span className="inline-flex flex-wrap gap-1.5">
                  {grants.map((grant) => (
                    <RoleBadge key={grant.id} {...grant} />
                  ))}
                  {grants.length ? null : t("accounts.noRole")}
                </span>
              </td>
              <td data-label={t("accounts.state")}>
                <AccountStateBadge state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
