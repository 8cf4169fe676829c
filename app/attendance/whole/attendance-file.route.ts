import { attendanceShare, sessionsSoFar } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment, listMarksOfSessions } from "#app/attendance/queries.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { attendanceList } from "./attendance-list.ts";

/** Everybody with a seat, and their mark in each session. */
export const loader = listFile("attendance.record", async ({ db, reach, params, locale }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const sessions = await listSessionsOf(db, [workshop.id]);
  const marks = await listMarksOfSessions(
    db,
    sessions.map(({ id }) => id),
  );
  const countsOf = await countMarksByEnrolment(db, workshop.id, sessionsSoFar(workshop.state));
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const seated = await listParticipants(db, workshop.id, "seated");
  const rows = seated.toSorted(nameOrder(locale)).map((person) => ({
    id: person.id,
    name: shownName(person),
    institution: institutionOf(person.institutionId),
    marks: marks.get(person.id) ?? new Map(),
    share: attendanceShare(countsOf(person.id)),
  }));
  return { list: attendanceList(sessions, locale), of: workshop.code, rows };
});
