import type { Texts } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { SessionPlace } from "#app/timetable/place.ts";

/** A session as somebody was told that they are in it. */
export type ToldTeaching = {
  id: string;
  title: Texts;
  room: string;
  place: SessionPlace;
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
  endsAt: Instant;
};

export const toldTeaching = (session: ToldTeaching): ToldTeaching => {
  const { id, title, room, place, startsLocal, endsLocal, zone, startsAt, endsAt } = session;
  return { id, title, room, place, startsLocal, endsLocal, zone, startsAt, endsAt };
};

export type TeachingChange = { before: ToldTeaching; now: ToldTeaching | null };

/** When and where: whoever teaches finds a new title on the page. */
const whereabouts = ({ startsAt, endsAt, room, place }: ToldTeaching) =>
  JSON.stringify([startsAt, endsAt, room, place.venue, place.room]);

/**
 * What has changed of what somebody was told, of sessions that are not over: moved, or theirs no more. Sessions that
 * are new to them come with a request of their own.
 * @param now those for which they are asked, or have accepted
 */
export const teachingChanges = (
  told: readonly ToldTeaching[],
  now: readonly ToldTeaching[],
  at: Instant,
): TeachingChange[] =>
  told
    .filter(({ endsAt }) => endsAt > at)
    .flatMap((before) => {
      const after = now.find(({ id }) => id === before.id) ?? null;
      return after && whereabouts(after) === whereabouts(before) ? [] : [{ before, now: after }];
    });
