import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { DeskProgramme } from "./programme-rows.ts";

const onOneLine = { isLabelled: true, className: "whitespace-nowrap" };

export const deskProgrammeList: List<DeskProgramme> = {
  name: "deskProgrammes",
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
      href: ({ code }, locale) => to.deskProgramme({ locale, code }),
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
    {
      name: "archive",
      label: (t) => t("institutions:record.archive.title"),
      value: ({ isArchived }, t) => (isArchived ? t("institutions:record.archive.badge") : null),
      width: 16,
    },
  ],
};

function Title({ row: { title, code, isArchived } }: { row: DeskProgramme }) {
  const { t, locale } = useTranslation("institutions");
  return (
    <>
      <a className="link" href={to.deskProgramme({ locale, code })}>
        {title.text ? <LocalText value={title} /> : code}
      </a>{" "}
      {isArchived ? <Badge tone="quiet">{t("record.archive.badge")}</Badge> : null}
    </>
  );
}
