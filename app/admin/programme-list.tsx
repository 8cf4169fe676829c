import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import { ArchivableLink, archiveColumn } from "./archivable.tsx";
import type { ProgrammeRow } from "./programme-rows.ts";

const onOneLine = { isLabelled: true, className: "whitespace-nowrap" };

export const programmeList: List<ProgrammeRow> = {
  name: "programmes",
  title: (t) => t("programmes:list.title"),
  keyOf: ({ code }) => code,
  columns: [
    {
      name: "title",
      label: (t) => t("programmes:field.title"),
      value: ({ title, code }) => (title.text ? title : code),
      width: 56,
      isHeading: true,
      isSortable: true,
      href: ({ code }, locale) => to.programme({ locale, code }),
      onPage: { cell: (row) => <Title row={row} /> },
    },
    {
      name: "code",
      label: (t) => t("programmes:field.code"),
      value: ({ code }) => code,
      isSortable: true,
      onPage: onOneLine,
    },
    {
      name: "startsOn",
      label: (t) => t("programmes:field.startsOn"),
      kind: "day",
      value: ({ startsOn }) => startsOn,
      isSortable: true,
      onPage: { ...onOneLine, label: (t) => t("programmes:list.period"), cell: ({ period }) => period },
    },
    { name: "endsOn", label: (t) => t("programmes:field.endsOn"), kind: "day", value: ({ endsOn }) => endsOn },
    {
      name: "workshops",
      label: (t) => t("programmes:list.workshops"),
      kind: "number",
      value: ({ workshops }) => workshops,
      isSortable: true,
      onPage: {},
    },
    archiveColumn,
  ],
};

function Title({ row: { title, ...row } }: { row: ProgrammeRow }) {
  const { locale } = useTranslation();
  return <ArchivableLink {...row} name={title} href={to.programme({ locale, code: row.code })} />;
}
