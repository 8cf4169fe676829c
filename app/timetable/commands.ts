import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { noteSessions } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Writer } from "#db/database.ts";
import { asId } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type SessionInput, sessionTitle } from "./form.ts";
import { findSpan, listSessionsOf, type Session } from "./queries.ts";
import { nextNumber, placeSession, type SessionProblem, wallTimes } from "./rules.ts";

export type SessionOutcome =
  | { status: "saved"; number: number }
  | { status: "refused"; because: SessionProblem | "over" }
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
  const times = wallTimes(input, workshop.zone);
  const placed = placeSession(times, workshop, others);
  if (typeof placed === "string") return { status: "refused", because: placed };
  if ("heldThen" in placed) return { status: "refused", because: "clash", ...placed };
  const values = { ...times, ...placed, kind: input.kind, room: input.room, isCounted: input.isCounted };
  const id = session?.id ?? newId<"session">();
  const number = session?.number ?? nextNumber(others);
  if (session) await trx.updateTable("session").set(values).where("id", "=", id).execute();
  else
    await trx
      .insertInto("session")
      .values({ id, workshopId: workshop.id, number, ...values })
      .execute();
  const titles = sessionTitle.read(input);
  await trx.deleteFrom("sessionText").where("sessionId", "=", id).execute();
  await trx
    .insertInto("sessionText")
    .values(locales.map((locale) => ({ sessionId: id, locale, title: titles[locale] })))
    .execute();
  await noteSessions(trx, await findSpan(trx, workshop.id), at);
  await audit(trx, at, {
    accountId,
    action: session ? "session.changed" : "session.planned",
    subjectId: id,
  });
  return { status: "saved", number };
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
  await trx.deleteFrom("sessionText").where("sessionId", "=", id).execute();
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
      room,
      ...times,
      removedAt: at,
    })
    .execute();
}
