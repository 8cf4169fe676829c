import { to } from "#app/addresses.ts";
import { formatShortPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import type { List } from "#app/tables/list.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { countWorkshopsByProgramme } from "#app/workshops/queries.ts";

type Row = Awaited<ReturnType<typeof programmeRows>>[number];

/** Every programme within reach, the latest first, and those in the archive at the end. */
export async function programmeRows({ db, reach, locale }: Reading) {
  const programmes = await listProgrammes(db, reach);
  const workshops = await countWorkshopsByProgramme(db);
  return programmes
    .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || b.startsOn.localeCompare(a.startsOn))
    .map(({ id, code, title, startsOn, endsOn, isArchived }) => ({
      ...{ code, startsOn, endsOn, isArchived },
      title: textIn(title, locale),
      period: formatShortPeriod(locale, startsOn, endsOn),
      workshops: workshops.get(id) ?? 0,
    }));
}

const onOneLine = { isLabelled: true, className: "whitespace-nowrap" };

export const programmeList: List<Row> = {
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
    {
      name: "archive",
      label: (t) => t("institutions:record.archive.title"),
      value: ({ isArchived }, t) => (isArchived ? t("institutions:record.archive.badge") : null),
      width: 16,
    },
  ],
};

function Title({ row: { code, title, isArchived } }: { row: Row }) {
  const { t, locale } = useTranslation("institutions");
  return (
    <>
      <a className="link" href={to.programme({ locale, code })}>
        {title.text ? <LocalText value={title} /> : code}
      </a>{" "}
      {isArchived ? <Badge tone="quiet">{t("record.archive.badge")}</Badge> : null}
    </>
  );
}
