import { to } from "#app/addresses.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import { collator } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { countPeopleByInstitution } from "#app/people/queries.ts";
import type { List } from "#app/tables/list.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { Reading } from "#app/web/doors/door.ts";

type Row = Awaited<ReturnType<typeof institutionRows>>[number];

/** Every institution, those in the archive at the end. */
export async function institutionRows({ db, actor, locale, t, at }: Reading) {
  const institutions = await listInstitutions(db, localDate(at, actor.zone));
  const people = await untilChanged(db, at, ["peopleByInstitution"], () => countPeopleByInstitution(db));
  const compare = collator(locale);
  return institutions
    .map(({ id, code, country, name, acronym, isArchived }) => ({
      code,
      isArchived,
      name: textIn(name, locale),
      acronym: acronym === code ? null : acronym,
      country: countryName(country, locale, t),
      people: people.get(id) ?? 0,
    }))
    .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || compare(a.name.text, b.name.text));
}

export const institutionList: List<Row> = {
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
    {
      name: "archive",
      label: (t) => t("institutions:record.archive.title"),
      value: ({ isArchived }, t) => (isArchived ? t("institutions:record.archive.badge") : null),
      width: 16,
    },
  ],
};

function Name({ row: { code, name, acronym, isArchived } }: { row: Row }) {
  const { t, locale } = useTranslation("institutions");
  return (
    <>
      <a className="link" href={to.institution({ locale, code })}>
        <LocalText value={name} />
      </a>{" "}
      {isArchived ? <Badge tone="quiet">{t("record.archive.badge")}</Badge> : null}
      {acronym ? <SecondLine>{acronym}</SecondLine> : null}
    </>
  );
}
