import { dateOf, timeOf } from "#app/time/wall-time.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";

type Asked = {
  /** The session that is copied: everything but its time, as the fields of its form. */
  copied: { session: Session; values: Record<string, string> } | null;
  /** The one that was saved just before; else the last of all counts. */
  former: Session | undefined;
};

/** What the form of a new session begins with: it follows another one. */
export function newSessionValues(
  { copied, former }: Asked,
  { sessions, days }: { sessions: readonly Session[]; days: PlannedDays },
): Record<string, string> {
  const follows = former ?? copied?.session ?? sessions.at(-1);
  const times = {
    date: follows ? dateOf(follows.endsLocal) : days.startsOn,
    startsTime: follows ? timeOf(follows.endsLocal) : "09:00",
    endsTime: "",
    endsNextDay: "",
  };
  if (copied) return { ...copied.values, ...times };
  const usual = { interpretation: "none", ...times };
  if (former) return { kind: former.kind, room: former.room, isCounted: former.isCounted ? "1" : "", ...usual };
  return { kind: "lecture", isCounted: "1", ...usual };
}
