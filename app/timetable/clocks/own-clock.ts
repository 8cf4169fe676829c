import { instantToWall } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { SessionClock } from "./session-times.ts";

/** Whose clock comes first: the venue's, or the reader's. */
export type ClockChoice = "venue" | "mine";

/** A session as if it were held by the reader's clock; the venue's is then the other one. */
export const byOwnClock = <Held extends SessionClock>(session: Held, zone: Zone): Held => ({
  ...session,
  startsLocal: instantToWall(session.startsAt, zone),
  endsLocal: instantToWall(session.endsAt, zone),
  zone,
});
