import { covers, reachOf } from "#app/access/permissions.ts";
import { findPersonWithin } from "#app/enrolment/people/within-reach.queries.ts";
import { byWorkshop } from "#app/faculty/by-workshop.ts";
import { type FacultyMember, listAbsences } from "#app/faculty/queries.ts";
import { areAtOnce } from "#app/faculty/rules.ts";
import { listSessionsOfMembers } from "#app/faculty/staff/staff.queries.ts";
import { formatDuration, formatPeriod } from "#app/i18n/format.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { minutesBetween } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";

/** How far back absences are listed. */
const daysBack = 30;

/** Somebody on the list: where they are, when they are not, and how much they have before them and behind them. */
export async function memberView(visit: Reading, member: FacultyMember) {
  const { db, actor, locale, at } = visit;
  const { id, personId, institutionId, post, email, accountId } = member;
  const today = localDate(at, actor.zone);
  const sessions = await sessionsOf(visit, member);
  const held = sessions.filter(({ state }) => state !== "declined");
  const minutes = (some: typeof held) => some.reduce((sum, one) => sum + one.minutes, 0);
  const coming = sessions.filter(({ isOver }) => !isOver);
  return {
    id,
    institution: (await institutionNames(db, today, locale))(institutionId),
    post,
    email,
    person: (await findPersonWithin(db, reachOf(actor, "person.read"), personId)) ? personId : null,
    hasAccount: accountId !== null,
    absences: (await listAbsences(db, [id], plusLocalDays(today, -daysBack))).map((absence) => ({
      id: absence.id,
      period: formatPeriod(locale, absence.startsOn, absence.endsOn),
      note: absence.note,
    })),
    coming: byWorkshop(coming),
    past: byWorkshop(sessions.filter(({ isOver }) => isOver)).reverse(),
    load: {
      coming: formatDuration(locale, minutes(held.filter(({ isOver }) => !isOver))),
      past: formatDuration(locale, minutes(held.filter(({ isOver }) => isOver))),
    },
  };
}

export type MemberSession = Awaited<ReturnType<typeof sessionsOf>>[number];

async function sessionsOf({ db, actor, locale, t, at }: Reading, { id }: FacultyMember) {
  const reach = reachOf(actor, "desk.read");
  const rows = await listSessionsOfMembers(db, [id]);
  const workshopIds = [...new Set(rows.map(({ workshopId }) => workshopId))];
  const workshops = new Map((await listWorkshopsById(db, workshopIds)).map((one) => [one.id, one]));
  const sessions = new Map((await listSessionsOf(db, workshopIds)).map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const [session, workshop] = [sessions.get(row.sessionId), workshops.get(row.workshopId)];
    if (!session || !workshop || workshop.state === "cancelled") return [];
    const others = rows.filter((other) => other !== row && other.state !== "declined" && areAtOnce(row, other));
    return [
      {
        ...sessionView(session, { locale, zone: actor.zone }, t),
        workshop: workshopView(workshop, { locale, t, at }),
        isReached: covers(reach, { programmeId: workshop.programmeId, workshopId: workshop.id }),
        role: row.role,
        state: row.state,
        minutes: minutesBetween(row.startsAt, row.endsAt),
        isOver: row.endsAt <= at,
        isTwice: row.state !== "declined" && others.length > 0,
      },
    ];
  });
}
