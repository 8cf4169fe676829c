import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionView } from "#app/timetable/session-view.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Empty } from "#app/ui/notice.tsx";

type Session = SessionView & { marked: number; isToday: boolean };

type SessionTableProps = {
  sessions: Session[];
  /** The workshop's. */
  code: string;
  seatsTaken: number;
  hasSheets: boolean;
  mayPlan: boolean;
};

/** On a phone a link is as high as a finger. */
const touched = "max-sm:inline-flex max-sm:min-h-11 max-sm:items-center";

/** The sessions as the desk sees them: both clocks, attendance taken, links to the sheet and to change. */
export function SessionTable({ sessions, code, seatsTaken, hasSheets, mayPlan }: SessionTableProps) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  if (!sessions.length) return <Empty title={t("desk:session.empty.title")}>{t("desk:session.empty.text")}</Empty>;
  const columns: Column<Session>[] = [
    {
      name: "number",
      label: t("desk:session.number"),
      className: "figures",
      cell: ({ number }) => (
        <>
          <span className="sm:hidden">{t("session.untitled", { number })}</span>
          <span className="max-sm:hidden">{number}</span>
        </>
      ),
    },
    {
      name: "when",
      label: t("desk:session.when"),
      // a time and its city stay on one line
      className: "xl:whitespace-nowrap",
      cell: ({ times }) => <BothClocks times={times} withDay />,
    },
    {
      name: "what",
      label: t("desk:session.what"),
      isHeading: true,
      className: "font-normal!",
      cell: (session) => <SessionLine session={session} />,
    },
    {
      name: "attendance",
      label: t("desk:session.attendance"),
      cell: (session) => <SheetLink session={session} of={seatsTaken} code={code} />,
    },
    {
      name: "change",
      label: t("desk:session.change"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      cell: ({ number }) => (
        <a
          className={`link ${touched}`}
          href={to.session({ locale, code, n: number })}
          aria-label={t("desk:session.changeNumber", { number })}
        >
          {t("desk:session.change")}
        </a>
      ),
    },
  ];
  const isShown = ({ name }: Column<Session>) => (name === "attendance" ? hasSheets : name !== "change" || mayPlan);
  return (
    <Table
      columns={columns.filter(isShown)}
      rows={sessions}
      keyOf={({ number }) => number}
      isMarked={({ isToday }) => isToday}
    />
  );
}

function SheetLink({ session, of, code }: { session: Session; of: number; code: string }) {
  const { t, locale } = useTranslation("desk");
  const { number, marked, isToday } = session;
  return (
    <>
      <a
        className={`link figures xl:whitespace-nowrap ${touched} ${isToday ? "font-bold" : ""}`}
        href={to.sheet({ locale, code, n: number })}
      >
        {t("session.sheet", { marked, of })}
      </a>
      {isToday ? (
        <span className="mt-1 block">
          <Badge tone="key">{t("session.today")}</Badge>
        </span>
      ) : null}
    </>
  );
}
