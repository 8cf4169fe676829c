import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import type { Id } from "#db/id.ts";

type Row = { id: Id<"person">; name: ShownName; institution: Localised; codes: string[]; isOpen: boolean };

type Props = {
  rows: Row[];
  hasMore: boolean;
  /** The list that has everybody who is found; null where the reader has none. */
  all: string | null;
};

/** Whom the desk's search finds, with the workshops in which they are. */
export function FoundPeople({ rows, hasMore, all }: Props) {
  const { t, locale } = useTranslation("desk");
  if (!rows.length) return null;
  const columns: Column<Row>[] = [
    {
      name: "name",
      label: t("people.name"),
      isHeading: true,
      cell: ({ id, name, isOpen }) =>
        isOpen ? (
          <a className="link [&_*]:text-inherit" href={to.person({ locale, person: id })}>
            <PersonName value={name} />
          </a>
        ) : (
          <PersonName value={name} />
        ),
    },
    {
      name: "institution",
      label: t("people.institution"),
      cell: ({ institution }) => <LocalText value={institution} />,
    },
    { name: "workshops", label: t("people.workshops"), cell: ({ codes }) => <Workshops codes={codes} /> },
  ];
  return (
    <section aria-labelledby="found-people" className="mt-10">
      <h2 id="found-people" className="mb-4 text-xl">
        {t("people.title")}
      </h2>
      <Table columns={columns} rows={rows} keyOf={({ id }) => id} caption={t("people.title")} isDense />
      {hasMore ? (
        <Hint className="mt-4">
          {t("people.more")}{" "}
          {all ? (
            <a className="link" href={all}>
              {t("people.all")}
            </a>
          ) : null}
        </Hint>
      ) : null}
    </section>
  );
}

function Workshops({ codes }: { codes: string[] }) {
  const { locale } = useTranslation();
  return (
    <span className="flex flex-wrap gap-x-4">
      {codes.map((code) => (
        <a key={code} className="link figures" href={to.participants({ locale, code })}>
          {code}
        </a>
      ))}
    </span>
  );
}
