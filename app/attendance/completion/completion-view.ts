import { attendanceOf, reaches } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment, countMarksBySession } from "#app/attendance/queries.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { type ShownName, shownName } from "#app/people/names.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Who will not have completed a workshop, and their attendance. `base` is 0 for whoever was always excused. */
export type Short = { id: Id<"enrolment">; name: ShownName; attended: number; base: number };

/** What will follow if a workshop is completed now: it is decided as `completeWorkshop` decides it. */
export async function completionView(db: Reader, { id, minimumAttendance }: Workshop, sessions: readonly Session[]) {
  const seated = await listParticipants(db, id, "seated");
  const countsOf = await countMarksByEnrolment(db, id);
  const short = seated.filter((one) => !reaches(countsOf(one.id), minimumAttendance));
  const sheets = await countSheets(db, sessions);
  return {
    completing: seated.length - short.length,
    short: short.map((one): Short => ({ id: one.id, name: shownName(one), ...attendanceOf(countsOf(one.id)) })),
    sheets: sheets.filter(({ marked }) => marked < seated.length).map((sheet) => ({ ...sheet, of: seated.length })),
    nothingCounts: minimumAttendance > 0 && !sheets.length,
  };
}

/** The sessions that count, and how many marks each has. */
async function countSheets(db: Reader, sessions: readonly Session[]) {
  const counted = sessions.filter(({ isCounted }) => isCounted);
  const marks = await countMarksBySession(
    db,
    counted.map(({ id }) => id),
  );
  return counted.map(({ id, number }) => ({ number, marked: marks.get(id) ?? 0 }));
}
