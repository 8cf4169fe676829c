import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionTimes } from "#app/timetable/clocks/session-times.ts";
import { BothClocks } from "#app/timetable/timetable.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Hint } from "#app/ui/hint.tsx";

type Row = {
  id: string;
  room: string | null;
  times: SessionTimes;
  /** Null where it is somebody else's: that it is taken is all that one may know. */
  session: { code: string; number: number } | null;
};

/** What has been booked at a venue, from now on. */
export function BookingTable({ rows, hasMore }: { rows: Row[]; hasMore: boolean }) {
  const { t, locale } = useTranslation(["venues", "workshops"]);
  if (!rows.length) return <p className="text-hint">{t("booking.none")}</p>;
  const columns: Column<Row>[] = [
    { name: "when", label: t("booking.when"), cell: ({ times }) => <BothClocks times={times} withDay /> },
    {
      name: "room",
      label: t("booking.room"),
      isLabelled: true,
      cell: ({ room }) => room ?? t("booking.whole"),
    },
    {
      name: "session",
      label: t("booking.session"),
      isHeading: true,
      cell: ({ session }) =>
        session ? (
          <a className="link" href={to.session({ locale, code: session.code, n: session.number })}>
            {t("booking.named", { code: session.code, number: session.number })}
          </a>
        ) : (
          t("booking.others")
        ),
    },
  ];
  return (
    <>
      <Table columns={columns} rows={rows} keyOf={({ id }) => id} caption={t("booking.title")} />
      {hasMore ? <Hint className="mt-2">{t("booking.more", { count: rows.length })}</Hint> : null}
    </>
  );
}
