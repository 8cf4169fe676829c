import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { findBookable } from "#app/venues/places.queries.ts";
import { noteSessions } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Writer } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type SessionInput, sessionTitle, visitTexts } from "./form.ts";
import { visitFields } from "./kinds.ts";
import { findSpan, listSessionsOf, type Session } from "./queries.ts";
import { nextNumber, placeSession, repeatedHoursOf, type SessionProblem, wallTimes } from "./rules.ts";

export type SessionOutcome =
  | { status: "saved"; id: Id<"session">; number: number }
  | { status: "refused"; because: SessionProblem | "over" | "place.unknown" | "zone.another" | "moduleId.unknown" }
  | { status: "refused"; because: "clash"; heldThen: Session };

/** Adds a session, or changes `session`. The workshop is held: two coordinators cannot plan into the same hour. */
export async function saveSession(
  trx: Writer,
  workshop: HeldWorkshop,
  session: Session | null,
  input: SessionInput,
  { accountId, at }: By,
): Promise<SessionOutcome> {
  if (!mayNow("planSessions", workshop, at)) return { status: "refused", because: "over" };
  const others = (await listSessionsOf(trx, [workshop.id])).filter(({ id }) => id !== session?.id);
  const booked = await bookingOf(trx, workshop, input);
  if (typeof booked === "string") return { status: "refused", because: booked };
  if (input.moduleId && !(await isModuleOf(trx, workshop.id, input.moduleId)))
    return { status: "refused", because: "moduleId.unknown" };
  const { zone, ...site } = booked;
  const times = { ...wallTimes(input, zone), startsHour: input.startsHour || null, endsHour: input.endsHour || null };
  const placed = placeSession(times, workshop, others, { ...site, room: input.room });
  if (typeof placed === "string") return { status: "refused", because: placed };
  if ("heldThen" in placed) return { status: "refused", because: "clash", ...placed };
  const { kind, room, joinUrl, isCounted } = input;
  const interpretation = input.interpretation || "none";
  const own = { moduleId: input.moduleId || null, language: input.language || null, joinUrl, interpretation };
  const mode = input.mode || null;
  const values = {
    ...times,
    ...placed,
    ...repeatedHoursOf(times, placed),
    ...site,
    ...own,
    mode,
    kind,
    room,
    isCounted,
  };
  const id = session?.id ?? newId<"session">();
  const number = session?.number ?? nextNumber(others);
  if (session) await trx.updateTable("session").set(values).where("id", "=", id).execute();
  else
    await trx
      .insertInto("session")
      .values({ id, workshopId: workshop.id, number, ...values })
      .execute();
  await dropTexts(trx, id);
  await saveTexts(trx, id, input);
  await noteSessions(trx, await findSpan(trx, workshop.id), at);
  await audit(trx, at, {
    accountId,
    action: session ? "session.changed" : "session.planned",
    subjectId: id,
  });
  return { status: "saved", id, number };
}

type Booked = { venueId: Id<"venue"> | null; roomId: Id<"room"> | null; zone: Zone };

/** What a session books, and whose clock it follows: its venue's, else the one that was chosen, else the workshop's. */
async function bookingOf(
  trx: Writer,
  workshop: HeldWorkshop,
  { place: id, zone }: Pick<SessionInput, "place" | "zone">,
): Promise<Booked | "place.unknown" | "zone.another"> {
  if (!id) return { venueId: null, roomId: null, zone: zone || workshop.zone };
  const place = await findBookable(trx, id);
  if (!place) return "place.unknown";
  return zone && zone !== place.zone ? "zone.another" : place;
}

const isModuleOf = async (trx: Writer, workshopId: Id<"workshop">, id: Id<"module">) =>
  (await trx
    .selectFrom("module")
    .select("id")
    .where("id", "=", id)
    .where("workshopId", "=", workshopId)
    .executeTakeFirst()) !== undefined;

async function dropTexts(trx: Writer, id: Id<"session">) {
  await trx.deleteFrom("sessionText").where("sessionId", "=", id).execute();
  await trx.deleteFrom("sessionVisit").where("sessionId", "=", id).execute();
}

/** The title has a row in each language; what a visit needs, where somebody has written it. */
async function saveTexts(trx: Writer, id: Id<"session">, input: SessionInput) {
  const titles = sessionTitle.read(input);
  await trx
    .insertInto("sessionText")
    .values(locales.map((locale) => ({ sessionId: id, locale, title: titles[locale] })))
    .execute();
  const visit = {
    host: visitTexts.host.read(input),
    meetingPoint: visitTexts.meetingPoint.read(input),
    forbidden: visitTexts.forbidden.read(input),
    vehicle: visitTexts.vehicle.read(input),
    fallback: visitTexts.fallback.read(input),
  };
  const rows = locales.map((locale) => ({
    sessionId: id,
    locale,
    host: visit.host[locale],
    meetingPoint: visit.meetingPoint[locale],
    forbidden: visit.forbidden[locale],
    vehicle: visit.vehicle[locale],
    fallback: visit.fallback[locale],
  }));
  const written = rows.filter((row) => visitFields.some((field) => row[field] !== ""));
  if (written.length) await trx.insertInto("sessionVisit").values(written).execute();
}

/**
 * Removes a session, and remembers it for calendars that have it. Only the attendance room calls it: it holds the
 * session, and knows whether there are marks.
 */
export async function dropSession(trx: Writer, session: Session, by: By): Promise<void> {
  await dropSessionRows(trx, session, by);
  await noteSessions(trx, await findSpan(trx, session.workshopId), by.at);
}

/** The same as a part of a greater act, which notes at its end what has become of the workshop. */
export async function dropSessionRows(trx: Writer, session: Session, { accountId, at }: By): Promise<void> {
  const { id } = session;
  await keepRemoved(trx, session, at);
  await dropTexts(trx, id);
  await trx.deleteFrom("session").where("id", "=", id).execute();
  await audit(trx, at, { accountId, action: "session.removed", subjectId: id });
}

/** Under its own id, by which calendars know it. What nobody but the desk has seen leaves no trace. */
async function keepRemoved(trx: Writer, session: Session, at: Instant): Promise<void> {
  const { id, workshopId, room, startsLocal, endsLocal, zone, startsAt, endsAt } = session;
  const { state } = await trx
    .selectFrom("workshop")
    .select("state")
    .where("id", "=", workshopId)
    .executeTakeFirstOrThrow();
  if (state === "draft") return;
  const times = { startsLocal, endsLocal, zone, startsAt, endsAt };
  await trx
    .insertInto("removedSession")
    .values({
      id: asId<"removedSession">(id),
      workshopId,
      title: JSON.stringify(session.title),
      place: JSON.stringify(session.place),
      room,
      ...times,
      removedAt: at,
    })
    .execute();
}
