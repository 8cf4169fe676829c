import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionView } from "#app/timetable/session-view.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import type { FacultyRole, StaffState } from "./rules.ts";
import { StaffBadge } from "./staff-badge.tsx";

type TaughtSession = SessionView & { role: FacultyRole; state: StaffState };
export type TaughtWorkshop<Session extends TaughtSession> = {
  code: string;
  title: Localised;
  period: string;
  sessions: Session[];
};

type Props<Session extends TaughtSession> = {
  workshops: TaughtWorkshop<Session>[];
  /** Whether the first one stands open; the others open by a click. */
  isOpen?: boolean;
  /** Below a workshop's heading, such as where its page is. */
  links?: (code: string) => ReactNode;
  /** Beside what somebody is in a session. */
  beside?: (session: Session) => ReactNode;
  /** Below a session. */
  below?: (session: Session) => ReactNode;
};

/** Somebody's sessions, workshop by workshop: as many as one can look through. */
export function SessionsByWorkshop<Session extends TaughtSession>(props: Props<Session>) {
  const { workshops, isOpen = false, links, beside, below } = props;
  const { t } = useTranslation(["faculty", "common"]);
  return (
    <div className="grid gap-3">
      {workshops.map(({ code, title, period, sessions }, index) => (
        <details key={code} open={isOpen && index === 0} className="panel">
          <summary className="cursor-pointer p-4 sm:px-6">
            <span className="font-bold text-ink">
              <LocalText value={title} />
            </span>
            <span className="block text-sm text-hint">
              <span className="figures">{code}</span>
              {t("common:fact.between")}
              {period}
              {t("common:fact.between")}
              {t("count", { count: sessions.length })}
            </span>
          </summary>
          {links ? <div className="px-4 pb-3 sm:px-6">{links(code)}</div> : null}
          <ul className="divide-y divide-hairline border-t border-hairline">
            {sessions.map((session) => (
              <li key={session.number} className="grid gap-x-6 gap-y-1 p-4 sm:grid-cols-[19rem_1fr] sm:px-6">
                <BothClocks times={session.times} withDay />
                <div className="min-w-0">
                  <SessionLine session={session} />
                  <p className="mt-1 flex flex-wrap items-center gap-2 text-sm">
                    <span>{t(`role.${session.role}`)}</span>
                    <StaffBadge state={session.state} />
                    {beside?.(session)}
                  </p>
                  {below?.(session)}
                </div>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
