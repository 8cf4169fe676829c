import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MessageStateBadge } from "#app/messages/message-state-badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { writtenMessages } from "./list-view.ts";

type Written = Awaited<ReturnType<typeof writtenMessages>>;
type Row = Written["rows"][number];

/** What coordinators have written to the people of a workshop, drafts too. */
export function WrittenTable({ code, written, city }: { code: string; written: Written; city: string }) {
  const { t, locale } = useTranslation("messages");
  const columns: Column<Row>[] = [
    {
      name: "subject",
      label: t("list.subject"),
      isHeading: true,
      cell: ({ id, subject }) => (
        <a className="link" href={to.message({ locale, code, message: id })}>
          {subject.text ? <LocalText value={subject} note /> : t("untitled")}
        </a>
      ),
    },
    { name: "audience", label: t("list.audience"), cell: ({ audience }) => t(`audience.${audience}`) },
    { name: "at", label: t("list.at", { city }), className: "whitespace-nowrap", cell: ({ at }) => at },
    { name: "state", label: t("list.state"), cell: (row) => <MessageStateBadge {...row} /> },
  ];
  const { rows, count } = written;
  return (
    <>
      <Table caption={t("list.written")} columns={columns} rows={rows} keyOf={({ id }) => id} />
      {count > rows.length ? (
        <p className="mt-2">
          <a
            className="link inline-flex min-h-11 items-center"
            href={to.messages({ locale, code }, { written: "all" })}
          >
            {t("list.writtenAll", { count })}
          </a>
        </p>
      ) : null}
    </>
  );
}
