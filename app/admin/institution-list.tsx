import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ArchivableLink, archiveColumn } from "#app/institutions/archivable.tsx";
import type { List } from "#app/tables/list.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import type { InstitutionRow } from "./institution-rows.ts";

export const institutionList: List<InstitutionRow> = {
  name: "institutions",
  title: (t) => t("institutions:list.title"),
  keyOf: ({ code }) => code,
  columns: [
    {
      name: "name",
      label: (t) => t("institutions:list.name"),
      value: ({ name }) => name,
      width: 48,
      isHeading: true,
      isSortable: true,
      href: ({ code }, locale) => to.institution({ locale, code }),
      onPage: { cell: (row) => <Name row={row} /> },
    },
    { name: "acronym", label: (t) => t("institutions:field.acronym"), value: ({ acronym }) => acronym },
    {
      name: "country",
      label: (t) => t("institutions:field.country"),
      value: ({ country }) => country,
      isSortable: true,
      onPage: {},
    },
    {
      name: "code",
      label: (t) => t("institutions:field.code"),
      value: ({ code }) => code,
      isSortable: true,
      onPage: {},
    },
    {
      name: "people",
      label: (t) => t("institutions:list.people"),
      kind: "number",
      value: ({ people }) => people,
      isSortable: true,
      onPage: {},
    },
    archiveColumn,
  ],
};

function Name({ row }: { row: InstitutionRow }) {
  const { locale } = useTranslation();
  const { code, acronym } = row;
  return (
    <>
      <ArchivableLink {...row} href={to.institution({ locale, code })} />
      {acronym ? <SecondLine>{acronym}</SecondLine> : null}
    </>
  );
}
