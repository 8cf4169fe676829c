import type { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ArchivableLink, archiveColumn } from "#app/institutions/archivable.tsx";
import type { List } from "#app/tables/list.ts";
import type { ProgrammeRow } from "./programme-rows.ts";

const onOneLine = { isLabelled: true, className: "whitespace-nowrap" };

/** Where a programme leads: for those who keep its record, or for those who plan in it. */
type Leading = typeof to.programme;

export const programmeListTo = (name: string, address: Leading): List<ProgrammeRow> => ({
  name,
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
      href: ({ code }, locale) => address({ locale, code }),
      onPage: { cell: (row) => <Title row={row} address={address} /> },
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
});

function Title({ row: { title, ...row }, address }: { row: ProgrammeRow; address: Leading }) {
  const { locale } = useTranslation();
  return <ArchivableLink {...row} name={title} href={address({ locale, code: row.code })} />;
}
