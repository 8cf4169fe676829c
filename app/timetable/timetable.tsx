import { Fragment, type ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionTimes } from "#app/timetable/clocks/session-times.ts";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { KindMark } from "./kind-mark.tsx";
import { sessionAnchor } from "./session-anchor.ts";
import type { SessionView } from "./session-view.ts";

/** Both clocks of a session: the venue's first, then the reader's with its day named where it differs. */
export function BothClocks({ times, withDay = false }: { times: SessionTimes; withDay?: boolean }) {
  const { t } = useTranslation("workshops");
  const { yours } = times;
  return (
    <span className="block">
      {withDay ? <span className="block first-letter:uppercase">{times.day}</span> : null}
      <time dateTime={times.startsAt} className="font-bold text-ink">
        {times.time}
      </time>{" "}
      <span className="inline-block text-sm">{t("clock", { city: times.city, offset: times.offset })}</span>
      {yours ? (
        <SecondLine>
          {yours.shiftLabel ? <strong>{yours.shiftLabel} </strong> : null}
          <span className="figures">{yours.time}</span>{" "}
          <span className="inline-block">{t("clock", { city: yours.city, offset: yours.offset })}</span>
        </SecondLine>
      ) : null}
    </span>
  );
}

export type TimetableDay = {
  /** Monday 23 November 2026 */
  name: string;
  /** How much there is, and from when to when. */
  extent: string;
  isOpen: boolean;
  sessions: SessionView[];
};

type TimetableProps = {
  days: TimetableDay[];
  /** What belongs to one session, below its line. */
  below?: (number: number) => ReactNode;
};

/** The sessions by days, each of which folds. Whoever follows a link to a session finds its day unfolded. */
export function Timetable({ days, below }: TimetableProps) {
  const { t } = useTranslation("workshops");
  if (!days.length) return <p className="text-hint">{t("timetable.empty")}</p>;
  return (
    <Panel isRuled>
      {days.map(({ name, extent, isOpen, sessions }) => (
        <details key={name} className="day" open={isOpen}>
          <summary>
            <h3>{name}</h3> <span className="figures">{extent}</span>
          </summary>
          <ul className="divide-y divide-hairline">
            {sessions.map((session) => (
              <li key={session.number} id={sessionAnchor(session.number)} className="session py-3 first:pt-0 last:pb-0">
                <BothClocks times={session.times} />
                <SessionLine session={session} below={below?.(session.number)} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  );
}

export function SessionLine({ session, below }: { session: SessionView; below?: ReactNode }) {
  const { t } = useTranslation(["workshops", "common"]);
  const { place, language, interpretation, mode } = session;
  const facts = [
    t(`kind.${session.kind}`),
    // biome-ignore lint/suspicious/noArrayIndexKey: they neither move nor change
    ...place.map((part, index) => <LocalText key={index} value={part} />),
    mode && t(`mode.${mode}`),
    language && t("session.inLanguage", { language: t(`common:language.${language}`) }),
    interpretation === "none" ? null : t(`interpretation.${interpretation}`),
    session.isCounted ? null : t("session.notCounted"),
  ].filter((fact) => fact !== null);
  return (
    <span>
      <span className="block font-bold text-ink">
        {session.title.text ? (
          <LocalText value={session.title} note />
        ) : (
          t("session.untitled", { number: session.number })
        )}
      </span>
      <SecondLine>
        <KindMark kind={session.kind} />
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they neither move nor change
          <Fragment key={index}>
            {index ? t("common:fact.between") : null}
            {fact}
          </Fragment>
        ))}
      </SecondLine>
      {below}
    </span>
  );
}
