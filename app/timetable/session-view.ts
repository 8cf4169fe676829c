import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Zone } from "#app/time/zones.ts";
import { type SessionTimes, sessionTimes } from "#app/timetable/clocks/session-times.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Mode } from "#app/workshops/kinds.ts";
import type { Interpretation, SessionKind } from "./kinds.ts";
import { placeParts } from "./place.ts";
import type { Session } from "./queries.ts";

export type SessionView = {
  number: number;
  kind: SessionKind;
  title: Localised;
  /** From the larger to the smaller; empty where the workshop says it all. */
  place: Localised[];
  /** Null where it is one of the workshop's. */
  language: Locale | null;
  interpretation: Interpretation;
  /** Null where it is the workshop's. */
  mode: Mode | null;
  isCounted: boolean;
  times: SessionTimes;
};

/** A session with the venue's clock first and, where it differs, a second one. */
export const sessionView = (
  session: Session,
  { locale, zone }: { locale: Locale; zone: Zone },
  t: Translator,
): SessionView => ({
  number: session.number,
  kind: session.kind,
  title: textIn(session.title, locale),
  place: placeParts(session, locale),
  language: session.language,
  interpretation: session.interpretation,
  mode: session.mode,
  isCounted: session.isCounted,
  times: sessionTimes(session, { locale, zone }, t),
});
