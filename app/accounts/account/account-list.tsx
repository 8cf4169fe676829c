import type { GrantView } from "#app/accounts/grants/grant-places.ts";
import { RoleBadge } from "#app/accounts/grants/role-badge.tsx";
import { to } from "#app/addresses.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import { PersonName } from "#app/people/person-name.tsx";
import type { List } from "#app/tables/list.ts";
import { Address } from "#app/ui/address.tsx";
import type { AccountRow } from "./account-rows.ts";
import { AccountStateBadge } from "./account-state-badge.tsx";

export const accountList: List<AccountRow> = {
  name: "accounts",
  title: (t) => t("people:accounts.title"),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn({
      href: ({ id }, locale) => to.account({ locale, id }),
      onPage: { cell: (row) => <Name row={row} /> },
    }),
    otherNameColumn(),
    {
      name: "email",
      label: (t) => t("people:field.email"),
      value: ({ email }) => email,
      width: 32,
      onPage: { cell: ({ email }) => <Address email={email} />, isAlone: true },
    },
    institutionColumn({
      onPage: { cell: ({ institution }) => institution, isAlone: true },
    }),
    {
      name: "roles",
      label: (t) => t("people:accounts.roles"),
      value: ({ grants }, t) => grants.map((grant) => roleText(grant, t)).join("; "),
      width: 40,
      onPage: { cell: ({ grants }) => <Roles grants={grants} />, isAlone: true },
    },
    {
      name: "state",
      label: (t) => t("people:accounts.state"),
      value: ({ state }, t) => t(`people:accountState.${state}`),
      onPage: { cell: ({ state }) => <AccountStateBadge state={state} />, isAlone: true },
    },
  ],
};

const roleText = ({ role, place }: GrantView, t: Translator) =>
  place ? t("people:grant.at", { role: t(`common:role.${role}`), place }) : t(`common:role.${role}`);

function Name({ row: { id, name } }: { row: AccountRow }) {
  const { locale } = useTranslation();
  return (
    <a className="link [&_*]:text-inherit" href={to.account({ locale, id })}>
      <PersonName value={name} />
    </a>
  );
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
