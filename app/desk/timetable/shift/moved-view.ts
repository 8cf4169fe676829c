import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import { type SessionTimes, sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { titleText } from "#app/timetable/grid/words/block-text.ts";
import type { GridWords } from "#app/timetable/grid/words/grid-words.ts";
import type { SessionFacts } from "#app/timetable/plan/facts.rules.ts";
import type { Misfit } from "#app/timetable/plan/misfits.rules.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { misfitErrors } from "../planning.ts";
import { type HourSide, hoursAsked } from "./hour-answers.ts";

export type MovedView = {
  key: string;
  number: number;
  title: Localised;
  before: SessionTimes;
  /** Null where clocks never show that hour. */
  after: SessionTimes | null;
  problem: FormMessage | null;
  /** Which of two hours has to be said, of its beginning and its end. */
  hours: HourSide[];
};

type Showing = {
  sessions: readonly Session[];
  misfits: readonly Misfit[];
  words: GridWords;
  page: { code: string; locale: Locale; t: Translator };
};

/** A session as it is and as it would be, on both clocks. */
export function movedView(
  { key, session, facts }: { key: string; session: Session; facts: SessionFacts },
  { sessions, misfits, words, page }: Showing,
): MovedView {
  const reader = { locale: page.locale, zone: words.other };
  const [startsAt, endsAt] = [facts.startsLocal, facts.endsLocal].map((wall) => wallToInstant(wall, facts.zone));
  const misfit = misfits.find(({ id }) => id === key);
  const errors = misfit ? Object.values(misfitErrors(misfit, sessions, page) ?? { "": "timetable:repeat.clash" }) : [];
  return {
    key,
    number: session.number,
    title: titleText(session, words),
    before: sessionTimes(session, reader, page.t),
    after: startsAt && endsAt ? sessionTimes({ ...facts, startsAt, endsAt }, reader, page.t) : null,
    problem: errors[0] ?? null,
    hours: hoursAsked(misfit, facts),
  };
}
