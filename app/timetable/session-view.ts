import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Zone } from "#app/time/zones.ts";
import { type SessionTimes, sessionTimes } from "#app/timetable/clocks/session-times.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { SessionKind } from "./kinds.ts";
import type { Session } from "./queries.ts";

export type SessionView = {
  number: number;
  kind: SessionKind;
  title: Localised;
  room: string;
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
  room: session.room,
  isCounted: session.isCounted,
  times: sessionTimes(session, { locale, zone }, t),
});
