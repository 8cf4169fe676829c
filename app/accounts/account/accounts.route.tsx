import { useLoaderData } from "@remix-run/react";
import { roles } from "#app/access/permissions.ts";
import { listAccounts } from "#app/accounts/list.queries.ts";
import { listAccountsOf } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listFailedAccountJobs } from "#app/outbox/queries.ts";
import { shownName } from "#app/people/names.ts";
import { AdminTabs } from "#app/shell/admin-tabs.tsx";
import { readChoice } from "#app/tables/list.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryPlace } from "#app/web/search-params.ts";
import { accountList } from "./account-list.tsx";
import { accountRows, readAccountFilter } from "./account-rows.ts";

export const loader = guardedLoader("account.change", async (visit) => {
  const { db, locale, url } = visit;
  const filter = readAccountFilter(url);
  const { rows, total, isPart, previous, next } = await listAccounts(db, { ...filter, place: queryPlace(url), locale });
  const rowsOf = await accountRows(visit);
  const notReached = await listFailedAccountJobs(db, null);
  return {
    filter,
    choice: readChoice(url, accountList),
    notReached: (await listAccountsOf(db, [...new Set(notReached.map(({ personId }) => personId))])).map((account) => ({
      id: account.id,
      name: shownName(account).name,
    })),
    total: { ...total, number: formatNumber(locale, total.count) },
    isPart,
    previous,
    next,
    rows: await rowsOf(rows),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function AccountsPage() {
  const { filter, choice, rows, total, isPart, previous, next, notReached } = useLoaderData<typeof loader>();
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
      <p className="font-bold text-ink">{t(total.isMore ? "accounts.foundMore" : "accounts.found", total)}</p>
      {isPart ? <Hint>{t("accounts.part", total)}</Hint> : null}
      {rows.length ? <ListTable list={accountList} rows={rows} choice={choice} /> : <NoAccounts />}
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
