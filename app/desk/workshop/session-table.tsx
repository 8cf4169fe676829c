import { to } from "#app/addresses.ts";
import { StaffLine } from "#app/faculty/staff/staff-line.tsx";
import type { StaffName } from "#app/faculty/staff/staff-names.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionView } from "#app/timetable/session-view.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { BesideNumber, Cells, type Column, GroupRow, TableFrame } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Empty } from "#app/ui/notice.tsx";

type Session = SessionView & { marked: number; isToday: boolean; staff: StaffName[] };

type SessionTableProps = {
  sessions: Session[];
  /** The workshop's. */
  code: string;
  seatsTaken: number;
  hasSheets: boolean;
  mayPlan: boolean;
};

/** On a card a link is as high as a finger. */
const touched = "cards:inline-flex cards:min-h-11 cards:items-center";

/** The sessions by day as the desk sees them: both clocks, attendance taken, links to the sheet and to change. */
export function SessionTable({ sessions, code, seatsTaken, hasSheets, mayPlan }: SessionTableProps) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  if (!sessions.length) return <NoSessions code={code} mayPlan={mayPlan} />;
  const columns: Column<Session>[] = [
    {
      name: "number",
      label: t("desk:session.number"),
      className: "figures",
      cell: ({ number }) => (
        <>
          <span className="hidden cards:inline">{t("session.untitled", { number })}</span>
          <span className="cards:hidden">{number}</span>
        </>
      ),
    },
    {
      name: "when",
      label: t("desk:session.when"),
      // a time and its city stay on one line
      className: "xl:whitespace-nowrap print:whitespace-nowrap",
      cell: ({ times }) => <BothClocks times={times} />,
    },
    {
      name: "what",
      label: t("desk:session.what"),
      isHeading: true,
      className: "font-normal!",
      cell: (session) => <SessionLine session={session} below={<StaffLine staff={session.staff} isShort />} />,
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
  const shown = columns.filter(isShown);
  return (
    <TableFrame columns={shown} caption={t("desk:overview.sessions")} id="list">
      {Map.groupBy(sessions, ({ times }) => times.day)
        .entries()
        .map(([day, ofDay]) => <Day key={day} day={day} sessions={ofDay} columns={shown} />)
        .toArray()}
    </TableFrame>
  );
}

type DayProps = { day: string; sessions: Session[]; columns: Column<Session>[] };

function Day({ day, sessions, columns }: DayProps) {
  const { t } = useTranslation("desk");
  return (
    <tbody>
      <GroupRow columns={columns}>
        <span className="me-3 inline-block first-letter:uppercase">{day}</span>{" "}
        {sessions.some(({ isToday }) => isToday) ? <Badge tone="key">{t("session.today")}</Badge> : null}
      </GroupRow>
      {sessions.map((session) => (
        <tr key={session.number} className={session.isToday ? "bg-key-tint" : undefined}>
          <Cells columns={columns} row={session} />
        </tr>
      ))}
    </tbody>
  );
}

/** The link says which session, for whoever goes from link to link. */
function SheetLink({ session, of, code }: { session: Session; of: number; code: string }) {
  const { t, locale } = useTranslation(["desk", "workshops"]);
  const { number, marked, isToday } = session;
  const title = session.title.text || t("workshops:session.untitled", { number });
  return (
    <>
      <a
        className={`link xl:whitespace-nowrap print:hidden ${touched} ${isToday ? "font-bold" : ""}`}
        href={to.sheet({ locale, code, n: number })}
      >
        {t("session.sheet")}
        <span className="sr-only">{t("session.about", { title })}</span>
      </a>
      <BesideNumber>
        <span className="figures">{t("session.marked", { marked, of })}</span>
      </BesideNumber>
    </>
  );
}

/** What fills an empty timetable. */
function NoSessions({ code, mayPlan }: Pick<SessionTableProps, "code" | "mayPlan">) {
  const { t, locale } = useTranslation("desk");
  const action = (
    <Button look="plain" href={to.newSession({ locale, code })}>
      {t("session.add")}
    </Button>
  );
  return (
    <Empty title={t("session.empty.title")} action={mayPlan ? action : null}>
      {t("session.empty.text")}
    </Empty>
  );
}
