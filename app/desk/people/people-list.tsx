import { AccountStateBadge } from "#app/accounts/account/account-state-badge.tsx";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import { PersonName } from "#app/people/person-name.tsx";
import type { List, ListColumn } from "#app/tables/list.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { ReachedPerson } from "./people-rows.ts";

type NamePart = "familyName" | "secondSurname" | "givenName" | "nativeName" | "latinName";

/** What a name is made of: a list that somebody corrects and sends back needs each by itself. */
function part(name: NamePart): ListColumn<ReachedPerson> {
  return { name, label: (t) => t(`import:column.${name}`), value: (row) => row[name], isExtra: true };
}

/** With all its columns it can be imported again, and nothing changes. */
export const reachedPeople: List<ReachedPerson> = {
  name: "peopleWithinReach",
  title: (t) => t("deskPeople:list.title"),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn({
      label: (t) => t("import:column.fullName"),
      href: ({ id }, locale) => to.person({ locale, person: id }),
      onPage: { cell: (row) => <Name row={row} /> },
    }),
    otherNameColumn(),
    part("familyName"),
    part("secondSurname"),
    part("givenName"),
    part("nativeName"),
    {
      name: "kana",
      label: (t) => t("people:field.kana"),
      value: ({ kana }) => ({ text: kana, lang: "ja" }),
      width: 24,
      isExtra: true,
    },
    part("latinName"),
    institutionColumn({
      onPage: { label: (t) => t("deskPeople:list.work"), cell: (row) => <Work row={row} /> },
    }),
    {
      name: "institutionCode",
      label: (t) => t("import:column.institutionCode"),
      value: ({ institutionCode }) => institutionCode,
      isExtra: true,
    },
    { name: "post", label: (t) => t("people:field.post"), value: ({ post }) => post, width: 36 },
    {
      name: "postLevel",
      label: (t) => t("people:field.postLevel"),
      value: ({ postLevel }, t) => postLevel && t(`people:choice.postLevel.${postLevel}`),
      width: 28,
    },
    {
      name: "sex",
      label: (t) => t("people:field.sex"),
      value: ({ sex }, t) => sex && t(`people:choice.sex.${sex}`),
      isExtra: true,
    },
    {
      name: "country",
      label: (t) => t("people:field.country"),
      value: ({ country }) => country,
      onPage: { cell: ({ country }) => country, isAlone: true },
    },
    {
      name: "email",
      label: (t) => t("people:field.email"),
      value: ({ email }) => email,
      width: 32,
      onPage: { cell: ({ email }) => <Mail email={email} />, isAlone: true },
    },
    {
      name: "locale",
      label: (t) => t("import:column.locale"),
      value: ({ locale }, t) => t(`common:language.${locale}`),
      isExtra: true,
    },
    {
      name: "account",
      label: (t) => t("deskPeople:list.account"),
      value: ({ state }, t) => (state ? t(`people:accountState.${state}`) : t("deskPeople:noAccount")),
      onPage: { cell: (row) => <Account row={row} />, isAlone: true },
    },
    { name: "record", label: (t) => t("import:column.record"), value: ({ id }) => id, width: 38, isExtra: true },
  ],
};

type Shown = { row: ReachedPerson };

function Name({ row: { id, name } }: Shown) {
  const { locale } = useTranslation();
  return (
    <a className="link [&_*]:text-inherit" href={to.person({ locale, person: id })}>
      <PersonName value={name} />
    </a>
  );
}

const Work = ({ row: { institution, post } }: Shown) => (
  <>
    <LocalText value={institution} />
    {post ? <SecondLine> {post}</SecondLine> : null}
  </>
);

function Mail({ email }: { email: string }) {
  const { t } = useTranslation("deskPeople");
  return email ? <Address email={email} /> : <span className="text-hint">{t("noEmail")}</span>;
}

function Account({ row: { state } }: Shown) {
  const { t } = useTranslation("deskPeople");
  return state ? <AccountStateBadge state={state} /> : <Badge tone="quiet">{t("noAccount")}</Badge>;
}
