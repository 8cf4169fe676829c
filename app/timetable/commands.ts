import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { touchWorkshop } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { mayPlanSessions } from "#app/workshops/rules.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { type SessionInput, sessionTitle } from "./form.ts";
import { listSessionsOf, type Session } from "./queries.ts";
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
  if (!mayPlanSessions(workshop.state)) return { status: "refused", because: "over" };
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
  await touchWorkshop(trx, workshop.id, at);
  await audit(trx, at, {
    accountId,
    action: session ? "session.changed" : "session.planned",
    subjectId: id,
  });
  return { status: "saved", number };
}

/** Removes a session. Only the attendance room calls it: it holds the session, and knows whether there are marks. */
export async function dropSession(trx: Writer, { id, workshopId }: Session, { accountId, at }: By): Promise<void> {
  await trx.deleteFrom("sessionText").where("sessionId", "=", id).execute();
  await trx.deleteFrom("session").where("id", "=", id).execute();
  await touchWorkshop(trx, workshopId, at);
  await audit(trx, at, { accountId, action: "session.removed", subjectId: id });
}
