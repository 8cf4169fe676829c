import { type MarkCounts, reaches } from "#app/attendance/measures.rules.ts";
import type { MarkStatus } from "#app/attendance/rules.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Id } from "#db/id.ts";
import { move, type SeededEnrolment } from "./enrolment-rows.ts";
import type { Random } from "./random.ts";
import type { Row } from "./rows.ts";
import { completedAt, type SeededSession, type SeededWorkshop } from "./workshop-rows.ts";
import { known, type World } from "./world.ts";

/** `everybody`: nobody was late, away or excused, and the sheet was written when all had come. */
type Recording = { by: Id<"account">; everybody?: boolean; absent: number[] };

/** All sessions that have begun; of today's last one, only the first half of the sheet. */
export function addMarks(
  world: World,
  workshop: SeededWorkshop,
  enrolments: SeededEnrolment[],
  recording: Recording,
): Row<"mark">[] {
  const seated = enrolments.filter(isSeated);
  const begun = workshop.sessions.filter(({ startsAt }) => startsAt <= world.at);
  const last = begun.at(-1);
  const isToday = last?.startsLocal.slice(0, 10) === localDate(world.at, workshop.content.zone);
  return begun.flatMap((session, index) => {
    const marked = session === last && isToday ? seated.slice(0, Math.ceil(seated.length / 2)) : seated;
    const misses = (place: number) => index % 2 === 1 && recording.absent.includes(place);
    return marked.map((enrolment) =>
      addMark(world, session, enrolment, { ...recording, misses: misses(enrolment.place) }),
    );
  });
}

type OneMark = Recording & { misses: boolean };

function addMark(
  { rows, at, random }: World,
  session: SeededSession,
  { id }: SeededEnrolment,
  { by, everybody = false, misses }: OneMark,
): Row<"mark"> {
  const status = misses ? "absent" : everybody ? "present" : draw(random);
  const recordedAt = plusMinutes(session.startsAt, everybody ? 20 : 8);
  const mark: Row<"mark"> = {
    sessionId: session.id,
    enrolmentId: id,
    status,
    lateMinutes: null,
    recordedHow: "sheet",
    recordedAt: recordedAt < at ? recordedAt : at,
    recordedBy: by,
  };
  rows.mark.push(mark);
  return mark;
}

/** Most people are there, in time. */
function draw(random: Random): MarkStatus {
  const chance = random();
  return chance < 0.9 ? "present" : chance < 0.97 ? "late" : "excused";
}

/** Ends a completed workshop: everybody with a seat has completed it, or has not, by their attendance. */
export function settleEnrolments(
  world: World,
  workshop: SeededWorkshop,
  enrolments: SeededEnrolment[],
  marks: Row<"mark">[],
  by: Id<"account">,
): void {
  const counted = new Set(workshop.sessions.filter(({ isCounted }) => isCounted).map(({ id }) => id));
  const countsOf = new Map<string, MarkCounts>();
  for (const { enrolmentId, sessionId, status } of marks) {
    const counts = countsOf.get(enrolmentId) ?? { present: 0, late: 0, excused: 0, absent: 0, sessions: counted.size };
    if (counted.has(sessionId)) counts[status] += 1;
    countsOf.set(enrolmentId, counts);
  }
  const at: Instant = completedAt(workshop.sessions);
  for (const enrolment of enrolments.filter(isSeated)) {
    const hasCompleted = reaches(known(countsOf, enrolment.id), workshop.content.minimumAttendance);
    move(world, enrolment, { to: hasCompleted ? "completed" : "notCompleted", at, by });
  }
}

/** Somebody was marked absent on the sheet and turned out to have been in the room. */
export function addCorrection(
  { rows, id }: World,
  { sessions }: SeededWorkshop,
  enrolment: SeededEnrolment,
  by: Id<"account">,
): void {
  const mark = rows.mark.find(
    ({ sessionId, enrolmentId }) => sessionId === sessions[1]?.id && enrolmentId === enrolment.id,
  );
  if (!mark) return;
  const former = { formerStatus: "absent", formerRecordedAt: mark.recordedAt, formerRecordedBy: mark.recordedBy };
  const correctedAt = plusMinutes(mark.recordedAt, 95);
  Object.assign(mark, { status: "present", lateMinutes: null, recordedAt: correctedAt, recordedBy: by });
  rows.markCorrection.push({
    id: id(),
    sessionId: mark.sessionId,
    enrolmentId: mark.enrolmentId,
    ...former,
    correctedAt,
    correctedBy: by,
    reason: "Estaba en la sala desde el inicio; se marcó la fila equivocada.",
  });
}

const isSeated = ({ row }: SeededEnrolment) => (seatedStates as readonly string[]).includes(row.state);
