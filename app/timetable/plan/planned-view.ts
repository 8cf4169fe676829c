import type { Locale } from "#app/i18n/locales.ts";
import { placeText } from "#app/timetable/place.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { PlannedFacts } from "./acts.rules.ts";

/** A session as the editor in the browser has it. */
export const plannedView = (session: Session, locale: Locale): PlannedFacts => {
  const { id, number, startsLocal, endsLocal, zone, kind, room, isCounted, title, venueId, roomId } = session;
  const { startsHour, endsHour } = session;
  const booked = placeText({ ...session, room: "" }, locale);
  return {
    id,
    number,
    startsLocal,
    endsLocal,
    startsHour,
    endsHour,
    zone,
    kind,
    room,
    isCounted,
    title,
    venueId,
    roomId,
    booked,
  };
};
