import { listAbsences } from "#app/faculty/queries.ts";
import { absenceOn, areAtOnce, type FacultyRole, type StaffState } from "#app/faculty/rules.ts";
import {
  listRequestsOf,
  listSessionsOfMembers,
  listStaff,
  type SessionStaff,
} from "#app/faculty/staff/staff.queries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { type ShownName, shownName } from "#app/people/names.ts";
import { dateOf, localDate } from "#app/time/wall-time.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";

export type StaffRow = {
  id: Id<"faculty">;
  name: ShownName;
  institution: Localised;
  roles: FacultyRole[];
  /** Numbers of their sessions, by what they have said. */
  sessions: { number: number; state: StaffState /** Somewhere else then, or not available. */; isDoubtful: boolean }[];
  askedAt: string | null;
  reminders: number;
  reason: string;
  /** Has sessions before them in which they can be replaced. */
  isComing: boolean;
};

export type StaffView = {
  rows: StaffRow[];
  /** People by what is still open. */
  people: number;
  answered: number;
  proposed: number;
  /** Somebody has declined a session in which nobody else is what they were to be. */
  isOpenAfterNo: boolean;
};

/** Who is in a workshop's sessions, and what they have said. */
export async function staffView(
  { db, locale, at, actor }: Pick<Reading, "db" | "locale" | "at" | "actor">,
  workshop: Workshop,
  sessions: readonly Session[],
): Promise<StaffView> {
  const staff = await listStaff(
    db,
    sessions.map(({ id }) => id),
  );
  const byMember = Map.groupBy(staff, ({ facultyId }) => facultyId);
  const requests = await listRequestsOf(db, workshop.id);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const ids = [...byMember.keys()];
  const elsewhere = await listSessionsOfMembers(db, ids);
  const absences = Map.groupBy(await listAbsences(db, ids, workshop.startsOn), ({ facultyId }) => facultyId);
  const known = new Map(sessions.map((session) => [session.id, session]));
  const isDoubtful = (row: SessionStaff, session: Session) =>
    row.state !== "declined" &&
    (absenceOn(absences.get(row.facultyId) ?? [], dateOf(session.startsLocal)) !== undefined ||
      elsewhere.some(
        (other) =>
          other.facultyId === row.facultyId &&
          other.sessionId !== row.sessionId &&
          other.state !== "declined" &&
          areAtOnce({ ...session, role: row.role }, other),
      ));
  const rows = [...byMember].map(([id, own]): StaffRow => {
    const [first] = own as [SessionStaff, ...SessionStaff[]];
    const request = requests.get(id);
    const theirs = own.flatMap((row) => {
      const session = known.get(row.sessionId);
      return session ? [{ row, session }] : [];
    });
    return {
      id,
      name: shownName(first),
      institution: institutionOf(first.institutionId),
      roles: [...new Set(own.map(({ role }) => role))],
      sessions: theirs
        .map(({ row, session }) => ({ number: session.number, state: row.state, isDoubtful: isDoubtful(row, session) }))
        .sort((a, b) => a.number - b.number),
      askedAt: request && !request.closedAt ? formatInstant(locale, request.askedAt, actor.zone) : null,
      reminders: request?.reminders ?? 0,
      reason: own.some(({ state }) => state === "declined") ? (request?.reason ?? "") : "",
      isComing: theirs.some(({ session }) => session.startsAt > at),
    };
  });
  const isOpen = (row: StaffRow) => row.sessions.some(({ state }) => state === "asked" || state === "proposed");
  return {
    rows,
    people: rows.length,
    answered: rows.filter((row) => !isOpen(row)).length,
    isOpenAfterNo: staff.some(
      (row) =>
        row.state === "declined" &&
        !staff.some(
          (other) => other.sessionId === row.sessionId && other.role === row.role && other.state !== "declined",
        ),
    ),
    proposed: rows.filter((row) => row.isComing && row.sessions.some(({ state }) => state === "proposed")).length,
  };
}
