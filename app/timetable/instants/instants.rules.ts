import { instantsOf, type RepeatedHour, repeatedHourOf } from "#app/time/zoned-time.ts";
import type { Span, WallTimes } from "#app/timetable/rules.ts";

type Stored = WallTimes & Span;

/** What clocks say of a stored session by the rules of zones that hold now. */
export type Derived =
  | { status: "stands" }
  | ({ status: "moves"; startsHour: RepeatedHour | null; endsHour: RepeatedHour | null } & Span)
  /** Its clock does not show it any more, or shows its end before its beginning: somebody has to plan it anew. */
  | { status: "lost" };

/**
 * The instants of a session anew. What clocks on the wall show is what was planned, and stays. Of an hour that comes
 * twice the one that was chosen counts, else the one that it is in now, else the first.
 */
export function derivedSpan(session: Stored): Derived {
  const startsAt = anew(session.startsLocal, session, { hour: session.startsHour, at: session.startsAt });
  const endsAt = anew(session.endsLocal, session, { hour: session.endsHour, at: session.endsAt });
  if (!startsAt || !endsAt || endsAt <= startsAt) return { status: "lost" };
  if (startsAt === session.startsAt && endsAt === session.endsAt) return { status: "stands" };
  const { startsLocal, endsLocal, zone } = session;
  const startsHour = repeatedHourOf(startsAt, startsLocal, zone);
  return { status: "moves", startsAt, endsAt, startsHour, endsHour: repeatedHourOf(endsAt, endsLocal, zone) };
}

type Known = { hour: RepeatedHour | null | undefined; at: Span["startsAt"] };

function anew(wall: WallTimes["startsLocal"], { zone }: Stored, { hour, at }: Known) {
  const instants = instantsOf(wall, zone);
  if (!hour && instants.includes(at)) return at;
  return hour === "second" ? instants.at(-1) : instants[0];
}
