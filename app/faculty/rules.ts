import { type Instant, plusDays } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { clash, type Span } from "#app/timetable/rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

/** As what somebody is in a session. A companion goes along with a group through all that it does. */
export const facultyRoles = ["instructor", "interpreter", "companion"] as const;
export type FacultyRole = (typeof facultyRoles)[number];

/** What somebody is ready to be, as a list keeps it. */
type Abilities = { isInstructor: boolean; isInterpreter: boolean; isCompanion: boolean };

const abilityOf = { instructor: "isInstructor", interpreter: "isInterpreter", companion: "isCompanion" } as const;

export const facultyRolesOf = (abilities: Abilities): FacultyRole[] =>
  facultyRoles.filter((role) => abilities[abilityOf[role]]);

export const abilitiesOf = (roles: readonly FacultyRole[]): Abilities => ({
  isInstructor: roles.includes("instructor"),
  isInterpreter: roles.includes("interpreter"),
  isCompanion: roles.includes("companion"),
});

/** `proposed` is known to the desk alone. From `asked` on, whoever it is knows of the session. */
export const staffStates = ["proposed", "asked", "accepted", "declined"] as const;
export type StaffState = (typeof staffStates)[number];

/** Whom a plan counts on: everybody who has not declined. */
export const isPlanned = ({ state }: { state: StaffState }) => state !== "declined";

/** A session for which somebody was asked, as an answer meets it. */
type AskedSession = { sessionId: string; state: StaffState; startsAt: Instant };

/** Whether somebody may still say yes or no to a session: they were asked, and it has not begun. */
export const isAnswerable = ({ state, startsAt }: Omit<AskedSession, "sessionId">, at: Instant) =>
  state !== "proposed" && startsAt > at;

/** Why a request takes no answer any more. */
export type AnswerRefusal = "closed" | "cancelled" | "over";

export function answerRefusal(
  request: { closedAt: Instant | null; workshopState: WorkshopState; sessions: readonly AskedSession[] },
  at: Instant,
): AnswerRefusal | null {
  if (request.closedAt !== null) return "closed";
  if (request.workshopState === "cancelled") return "cancelled";
  return request.sessions.some((session) => isAnswerable(session, at)) ? null : "over";
}

/** What somebody has read: sessions by their ids, each with the instant at which it was to begin. */
export type SeenSession = { sessionId: string; startsAt: Instant };

type AnswerOutcome =
  | { status: "answered"; changed: { sessionId: string; state: "accepted" | "declined" }[] }
  /** A session begins at another time than the one that was read. */
  | { status: "moved" };

/**
 * What an answer changes. Only what its writer has read counts: a session that was added meanwhile waits for an answer
 * of its own, and one that is gone needs none. Of what was read, whatever is not accepted is declined.
 */
export function answerOf(
  sessions: readonly AskedSession[],
  { accepted, seen }: { accepted: readonly string[]; seen: readonly SeenSession[] },
  at: Instant,
): AnswerOutcome {
  const read = new Map(seen.map(({ sessionId, startsAt }) => [sessionId, startsAt]));
  const concerned = sessions.filter((session) => read.has(session.sessionId) && isAnswerable(session, at));
  if (concerned.some(({ sessionId, startsAt }) => read.get(sessionId) !== startsAt)) return { status: "moved" };
  const changed = concerned.flatMap(({ sessionId, state }) => {
    const next = accepted.includes(sessionId) ? ("accepted" as const) : ("declined" as const);
    return next === state ? [] : [{ sessionId, state: next }];
  });
  return { status: "answered", changed };
}

/** Days after the request on which somebody who has not answered is reminded; then once a week. */
const firstReminders = [5, 8] as const;
const laterDays = 7;
/** More would be no kindness: the desk sees who has not answered, and can call them. */
export const mostReminders = 6;

/** When the next reminder is due. @returns null after the last one */
export function nextReminderAt({ askedAt, reminders }: { askedAt: Instant; reminders: number }): Instant | null {
  if (reminders >= mostReminders) return null;
  const known = firstReminders[reminders];
  const last = firstReminders[firstReminders.length - 1] ?? 0;
  return plusDays(askedAt, known ?? last + laterDays * (reminders - firstReminders.length + 1));
}

type Waiting = { askedAt: Instant; reminders: number; remindedAt: Instant | null; sessions: readonly AskedSession[] };

/** Two letters on one day would be one too many, also where the worker was away for long. */
const leastHours = 20;

/** Whether somebody is reminded now: they have not answered for a session that is still to come. */
export function isReminderDue({ sessions, ...request }: Waiting, at: Instant): boolean {
  if (!sessions.some((session) => session.state === "asked" && isAnswerable(session, at))) return false;
  const dueAt = nextReminderAt(request);
  const isRested = request.remindedAt === null || plusDays(request.remindedAt, leastHours / 24) <= at;
  return dueAt !== null && dueAt <= at && isRested;
}

/** What has to happen to the role that follows from teaching. */
type GrantStep = "grant" | "takeBack" | null;

/** A role that was given by hand is not ours: `grantId` is null then, and it stays. */
export function grantStep(request: {
  hasAccepted: boolean;
  hasAccount: boolean;
  grantedAt: Instant | null;
}): GrantStep {
  if (request.hasAccepted) return request.hasAccount && request.grantedAt === null ? "grant" : null;
  return request.grantedAt === null ? null : "takeBack";
}

/** Days, both ends included. */
export type Days = { startsOn: LocalDate; endsOn: LocalDate };

/** The absence on a day; undefined where somebody is there. */
export const absenceOn = <Absence extends Days>(absences: readonly Absence[], day: LocalDate): Absence | undefined =>
  absences.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);

/**
 * Where somebody would have to be in two places. A companion is with the group in all that it does: sessions of one
 * workshop beside each other are no clash for them.
 */
export const areAtOnce = (
  one: Span & { workshopId: string; role: FacultyRole },
  other: Span & { workshopId: string; role: FacultyRole },
): boolean =>
  clash(one, other) && !(one.workshopId === other.workshopId && one.role === "companion" && other.role === "companion");
