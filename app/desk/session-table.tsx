import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionView } from "#app/timetable/session-view.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/notice.tsx";

type SessionTableProps = {
  sessions: (SessionView & { marked: number; isToday: boolean })[];
  /** Under which each session has its address. */
  base: string;
  seatsTaken: number;
  hasSheets: boolean;
  mayPlan: boolean;
};

/** On a phone a link is as high as a finger. */
const touched = "max-sm:inline-flex max-sm:min-h-11 max-sm:items-center";

/** The sessions as the desk sees them: both clocks, attendance taken, links to the sheet and to change. */
export function SessionTable({ sessions, base, seatsTaken, hasSheets, mayPlan }: SessionTableProps) {
  const { t } = useTranslation(["workshops", "desk"]);
  if (!sessions.length) return <Empty title={t("desk:session.empty.title")}>{t("desk:session.empty.text")}</Empty>;
  return (
    <div className="panel overflow-x-auto">
      <table className="rows rows-cards">
        <thead>
          <tr>
            <th scope="col">{t("desk:session.number")}</th>
            <th scope="col">{t("desk:session.when")}</th>
            <th scope="col">{t("desk:session.what")}</th>
            {hasSheets ? <th scope="col">{t("desk:session.attendance")}</th> : null}
            {mayPlan ? (
              <th scope="col" className="print:hidden">
                <span className="sr-only">{t("desk:session.change")}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.number} className={session.isToday ? "bg-key-tint" : undefined}>
              <td className="figures">
                <span className="sm:hidden">{t("session.untitled", { number: session.number })}</span>
                <span className="max-sm:hidden">{session.number}</span>
              </td>
              <td>
                <BothClocks times={session.times} withDay />
              </td>
              <th scope="row" className="font-normal!">
                <SessionLine session={session} />
              </th>
              {hasSheets ? (
                <td>
                  <a
                    className={`link figures whitespace-nowrap ${touched} ${session.isToday ? "font-bold" : ""}`}
                    href={`${base}/${session.number}/attendance`}
                  >
                    {t("desk:session.sheet", { marked: session.marked, of: seatsTaken })}
                  </a>
                  {session.isToday ? (
                    <span className="mt-1 block">
                      <Badge tone="key">{t("desk:session.today")}</Badge>
                    </span>
                  ) : null}
                </td>
              ) : null}
              {mayPlan ? (
                <td className="print:hidden">
                  <a
                    className={`link ${touched}`}
                    href={`${base}/${session.number}`}
                    aria-label={t("desk:session.changeNumber", { number: session.number })}
                  >
                    {t("desk:session.change")}
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
