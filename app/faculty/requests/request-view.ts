import { findAccount } from "#app/accounts/queries.ts";
import { seenMark } from "#app/faculty/form.ts";
import { answerRefusal, isAnswerable } from "#app/faculty/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { addressedName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { type VisitDetails, visitLines } from "#app/timetable/visits/visit-view.ts";
import { listVisits } from "#app/timetable/visits/visits.queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import type { Reader } from "#db/database.ts";
import { findRequested, type RequestedSession, type TeachingRequest } from "./requests.queries.ts";

type Page = { db: Reader; locale: Locale; t: Translator; at: Instant; zone: Zone };

export type RequestView = NonNullable<Awaited<ReturnType<typeof requestView>>>;
export type RequestedView = RequestView["sessions"][number];

/** A request as whoever was asked reads it; null where its workshop is gone. */
export async function requestView(request: TeachingRequest, { db, locale, t, at, zone }: Page) {
  const requested = await findRequested(db, request);
  if (!requested) return null;
  const { workshop, sessions } = requested;
  const asked = sessions.map(({ id, state, startsAt }) => ({ sessionId: id, state, startsAt }));
  const visits = await listVisits(
    db,
    sessions.map(({ id }) => id),
  );
  const asker = request.askedBy && (await findAccount(db, request.askedBy));
  return {
    id: request.id,
    workshop: workshopView(workshop, { locale, t, at }),
    isPublic: workshop.state !== "draft",
    mode: workshop.mode,
    coordinator: asker ? { name: addressedName(asker, locale), email: asker.email } : null,
    refusal: answerRefusal({ closedAt: request.closedAt, workshopState: workshop.state, sessions: asked }, at),
    isWaiting: sessions.some((session) => session.state === "asked" && isAnswerable(session, at)),
    reason: request.reason,
    sessions: sessions.map((session) => askedView(session, visits.get(session.id), { locale, t, at, zone })),
  };
}

const askedView = (
  session: RequestedSession,
  visit: VisitDetails | undefined,
  { locale, t, at, zone }: Omit<Page, "db">,
) => ({
  ...sessionView(session, { locale, zone }, t),
  id: session.id,
  seen: seenMark({ sessionId: session.id, startsAt: session.startsAt }),
  role: session.role,
  state: session.state,
  isAnswerable: isAnswerable(session, at),
  isOver: session.endsAt <= at,
  joinUrl: session.state === "accepted" ? session.joinUrl : "",
  visit: session.state === "accepted" ? visitLines(visit, locale) : [],
});
