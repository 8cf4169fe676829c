import type { Locale } from "#app/i18n/locales.ts";
import { type JobContext, PermanentFailure, readAlike } from "#app/outbox/job.ts";
import { calendarFileName, workshopCalendar } from "#app/timetable/calendar-ics.ts";
import { listCalendarSessions } from "#app/timetable/queries.ts";
import { findClosingDay } from "#app/workshops/life/queries.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { findEnrolmentById } from "./queries.ts";
import { isSeated } from "./rules.ts";

export type EnrolmentOf = Awaited<ReturnType<typeof readEnrolment>>;

/** What a letter is about. @throws PermanentFailure where it is gone */
export async function readEnrolment(context: JobContext, id: Id<"enrolment">) {
  const enrolment = await findEnrolmentById(context.database.read, id);
  const workshop = enrolment && (await readWorkshop(context, enrolment.workshopId));
  if (!workshop) throw new PermanentFailure("NoSuchEnrolment");
  return { ...enrolment, workshop };
}

async function readWorkshop(context: JobContext, id: Id<"workshop">) {
  const read = () => listWorkshopsById(context.database.read, [id]);
  return (await readAlike(context, `workshop ${id}`, read))[0];
}

/**
 * What stands in the letter's calendar. A change that a letter has not read yet is told by a letter of its own, after
 * more minutes than this may be old.
 */
export const readSessions = (context: JobContext, workshopId: Id<"workshop">) =>
  readAlike(context, `sessions ${workshopId}`, () =>
    listCalendarSessions(context.database.read, workshopId, context.at),
  );

/** The last day of enrolment, as old as the sessions may be. */
export const readClosingDay = (context: JobContext, workshopId: Id<"workshop">) =>
  readAlike(context, `closing ${workshopId}`, () => findClosingDay(context.database.read, workshopId));

/**
 * The calendar file for one person: it follows what stands for them now, and takes everything back from whoever has no
 * seat. An enrolment's own change is a newer revision than what the workshop had then.
 */
export function calendarFor(
  { workshop, state, changedAt }: EnrolmentOf,
  sessions: Awaited<ReturnType<typeof listCalendarSessions>>,
  edition: { locale: Locale; appUrl: string },
) {
  if (!sessions.length) return undefined;
  const revised = { ...workshop, changedAt: workshop.changedAt > changedAt ? workshop.changedAt : changedAt };
  return {
    fileName: calendarFileName(workshop),
    content: workshopCalendar(revised, sessions, {
      ...edition,
      isLeft: !isSeated(state),
      isForMember: isSeated(state),
    }),
  };
}
