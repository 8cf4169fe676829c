import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import { PersonName } from "#app/people/person-name.tsx";
import type { List } from "#app/tables/list.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { FacultyRow } from "./faculty-rows.ts";

export const facultyList: List<FacultyRow> = {
  name: "faculty",
  title: (t) => t("faculty:list.title"),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn({
      isSortable: true,
      href: ({ id }, locale) => to.member({ locale, member: id }),
      onPage: { cell: (row) => <Name row={row} /> },
    }),
    otherNameColumn(),
    institutionColumn({
      isSortable: true,
      onPage: { label: (t) => t("faculty:list.work"), cell: (row) => <Work row={row} /> },
    }),
    { name: "post", label: (t) => t("people:field.post"), value: ({ post }) => post, width: 36 },
    {
      name: "roles",
      label: (t) => t("faculty:field.roles"),
      value: ({ roles }, t) => roles.map((role) => t(`faculty:role.${role}`)).join("; "),
      width: 32,
      onPage: {},
    },
    {
      name: "languages",
      label: (t) => t("faculty:field.languages"),
      value: ({ languages }, t) => languages.map((language) => t(`common:language.${language}`)).join("; "),
      width: 28,
      onPage: {},
    },
    {
      name: "coming",
      label: (t) => t("faculty:list.coming"),
      kind: "number",
      value: ({ coming }) => coming,
      isSortable: true,
      onPage: {},
    },
    { name: "past", label: (t) => t("faculty:list.past"), kind: "number", value: ({ past }) => past, isSortable: true },
    {
      name: "hours",
      label: (t) => t("faculty:list.hours"),
      kind: "number",
      value: ({ hours }) => hours,
      isSortable: true,
    },
    {
      name: "absence",
      label: (t) => t("faculty:list.absence"),
      value: ({ absence }) => absence || null,
      width: 28,
      onPage: { className: "xl:whitespace-nowrap" },
    },
    { name: "email", label: (t) => t("people:field.email"), value: ({ email }) => email, width: 32 },
    { name: "note", label: (t) => t("faculty:field.note"), value: ({ note }) => note, width: 48, isExtra: true },
  ],
};

function Name({ row: { id, name } }: { row: FacultyRow }) {
  const { locale } = useTranslation();
  return (
    <a className="link [&_*]:text-inherit" href={to.member({ locale, member: id })}>
      <PersonName value={name} />
    </a>
  );
}

const Work = ({ row: { institution, post } }: { row: FacultyRow }) => (
  <>
    <LocalText value={institution} />
    {post ? <SecondLine>{post}</SecondLine> : null}
  </>
);
