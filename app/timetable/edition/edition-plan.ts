import type { LocalDate } from "#app/time/wall-time.ts";
import type { SessionFacts } from "#app/timetable/plan/facts.rules.ts";
import { type Misfit, placePlan } from "#app/timetable/plan/misfits.rules.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";
import { type EditionAnswer, type EditionPart, editionDays, editionTimes } from "./edition.rules.ts";

/** What an edition is to be: its first day, what it takes along, and what becomes of some sessions, by number. */
export type Edition = {
  startsOn: LocalDate;
  parts: readonly EditionPart[];
  answers: ReadonlyMap<number, EditionAnswer>;
};

/** The former edition; `archived` are the ids of venues and rooms that nobody books any more. */
type FormerPlan = { workshop: PlannedDays; sessions: readonly Session[]; archived: ReadonlySet<string> };

/** A session of the former edition, where it is held in the new one, and with which facts. */
export type EditionSession = { session: Session; facts: SessionFacts };

type EditionPlan = {
  days: PlannedDays;
  /** Without those that are left out. */
  sessions: EditionSession[];
  misfits: Misfit[];
  /** How many come without the venue or the room that they had, because it is in the archive. */
  unbooked: number;
};

/** What a new edition would be, before it is made. */
export function editionPlan({ workshop, sessions, archived }: FormerPlan, edition: Edition): EditionPlan {
  const { by, ...days } = editionDays(workshop, edition.startsOn);
  const isTaken = edition.parts.includes("sessions");
  const kept = isTaken ? sessions.filter(({ number }) => edition.answers.get(number) !== "left") : [];
  const isBooked = edition.parts.includes("venue");
  const planned = kept.map((former) => {
    const session = { ...former, ...(isBooked ? bookedStill(former, archived) : nowhere) };
    const times = editionTimes(former, { days: by, answer: edition.answers.get(former.number) });
    // of an hour that clocks show twice nobody has said otherwise
    const hours = { startsHour: session.startsHour ?? "first", endsHour: session.endsHour ?? "first" } as const;
    return { session, facts: { ...session, ...times, ...hours } };
  });
  const next = planned.map(({ facts }) => facts);
  const touched = new Set(kept.map(({ id }) => id as string));
  const { misfits } = placePlan({ next, days, touched, marked: new Map() });
  const unbooked = isBooked ? kept.filter((session) => bookedStill(session, archived) !== session).length : 0;
  return { days, sessions: planned, misfits, unbooked };
}

const nowhere = { venueId: null, roomId: null, room: "" } as const;

type Booked = Pick<Session, "venueId" | "roomId">;

/** Without what is in the archive. */
function bookedStill<One extends Booked>(session: One, archived: ReadonlySet<string>): One {
  const { venueId, roomId } = session;
  if (venueId && archived.has(venueId)) return { ...session, venueId: null, roomId: null };
  return roomId && archived.has(roomId) ? { ...session, roomId: null } : session;
}
