import { type CalendarEvent, calendarFile } from "#app/documents/calendar.ts";
import { listEnrolmentsOf } from "#app/enrolment/queries.ts";
import { isExpected, isOutside } from "#app/enrolment/rules.ts";
import { findRequested, listRequestsOfPerson } from "#app/faculty/requests/requests.queries.ts";
import type { ToldTeaching } from "#app/faculty/requests/told.rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { calendarEvents } from "#app/timetable/calendar-ics.ts";
import { listCalendarSessions } from "#app/timetable/queries.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Owner = { personId: Id<"person">; locale: Locale; zone: Zone };
type Edition = { appUrl: string; at: Instant };

/**
 * The calendar that somebody subscribes to: the sessions of the workshops in which they hold a seat, and those in which
 * they teach. What is theirs no more stays in it as cancelled, so that every program takes it out.
 */
export async function feedCalendar(db: Reader, owner: Owner, edition: Edition): Promise<string> {
  const taking = await takingEvents(db, owner, edition);
  const teaching = await teachingEvents(db, owner, edition);
  // whoever teaches in a workshop may be enrolled in it: of one session, what stands comes before what is gone
  const byId = new Map<string, CalendarEvent>();
  for (const event of [...taking, ...teaching]) {
    const known = byId.get(event.uid);
    if (!known || (known.isCancelled && !event.isCancelled)) byId.set(event.uid, event);
  }
  const events = [...byId.values()].toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  const changes = events.map(({ changedAt }) => changedAt ?? edition.at).toSorted();
  return calendarFile({
    name: translator(owner.locale)("enrolment:feed.name"),
    zone: owner.zone,
    changedAt: changes.at(-1) ?? edition.at,
    events,
  });
}

async function takingEvents(db: Reader, { personId, locale }: Owner, { appUrl, at }: Edition) {
  const enrolments = await listEnrolmentsOf(db, personId);
  const workshops = await workshopsById(
    db,
    enrolments.map(({ workshopId }) => workshopId),
  );
  const events: CalendarEvent[] = [];
  for (const { workshopId, state, changedAt } of enrolments) {
    const workshop = workshops.get(workshopId);
    const isLeft = isOutside(state);
    if (!workshop || !(isLeft || workshop.state === "cancelled" || isSeatKept(state, workshop.state))) continue;
    const sessions = await listCalendarSessions(db, workshopId, at);
    const revised = { ...workshop, changedAt: later(workshop.changedAt, changedAt) };
    events.push(...calendarEvents(revised, sessions, { locale, appUrl, isLeft, isForMember: !isLeft }));
  }
  return events;
}

type EnrolmentRow = Awaited<ReturnType<typeof listEnrolmentsOf>>[number];

/** Whoever waits has nothing in their calendar yet; whoever has been there keeps it. */
const isSeatKept = (state: EnrolmentRow["state"], workshopState: Workshop["state"]) =>
  state !== "reserve" && (isExpected(state, workshopState) || workshopState === "completed");

async function teachingEvents(db: Reader, { personId, locale }: Owner, { appUrl, at }: Edition) {
  const requests = await listRequestsOfPerson(db, personId);
  const events: CalendarEvent[] = [];
  for (const request of requests) {
    const requested = await findRequested(db, request);
    if (!requested) continue;
    const { workshop, sessions } = requested;
    const accepted = new Set(sessions.filter(({ state }) => state === "accepted").map(({ id }) => id as string));
    const told = new Set((JSON.parse(request.told) as ToldTeaching[]).map(({ id }) => id));
    const theirs = (await listCalendarSessions(db, workshop.id, at)).filter(
      ({ id }) => accepted.has(id) || (request.answeredAt !== null && told.has(id)),
    );
    const revised = {
      ...workshop,
      changedAt: later(
        workshop.changedAt,
        later(request.toldAt, later(request.answeredAt ?? request.toldAt, request.closedAt)),
      ),
    };
    events.push(
      ...theirs.flatMap((session) =>
        calendarEvents(revised, [session], {
          ...{ locale, appUrl },
          isLeft: !accepted.has(session.id),
          isForMember: accepted.has(session.id),
        }),
      ),
    );
  }
  return events;
}

const later = (one: Instant, other: Instant | null): Instant => (other !== null && other > one ? other : one);

const workshopsById = async (db: Reader, ids: Id<"workshop">[]) =>
  new Map((await listWorkshopsById(db, ids)).map((workshop) => [workshop.id, workshop]));
