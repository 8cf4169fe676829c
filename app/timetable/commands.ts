import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { holdWorkshop } from "#app/workshops/commands.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { hasPlan } from "#app/workshops/rules.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import type { SessionInput } from "./form.ts";
import { listSessionsOf, type Session } from "./queries.ts";
import { nextNumber, placeSession, type SessionProblem, wallTimes } from "./rules.ts";

export type SessionOutcome =
  | { status: "saved"; number: number }
  | { status: "refused"; because: SessionProblem | "over" };

/** Adds a session, or changes `session`. */
export async function saveSession(
  trx: Writer,
  workshop: Workshop,
  session: Session | null,
  input: SessionInput,
  { accountId, at }: By,
): Promise<SessionOutcome> {
  // two coordinators cannot plan into the same hour
  if (!hasPlan(await holdWorkshop(trx, workshop.id))) return { status: "refused", because: "over" };
  const others = (await listSessionsOf(trx, [workshop.id])).filter(({ id }) => id !== session?.id);
  const times = wallTimes(input, workshop.zone);
  const placed = placeSession(times, workshop, others);
  if (typeof placed === "string") return { status: "refused", because: placed };
  const values = { ...times, ...placed, kind: input.kind, room: input.room, isCounted: input.isCounted };
  const id = session?.id ?? newId();
  const number = session?.number ?? nextNumber(others);
  if (session) await trx.updateTable("session").set(values).where("id", "=", id).execute();
  else
    await trx
      .insertInto("session")
      .values({ id, workshopId: workshop.id, number, ...values })
      .execute();
  await trx.deleteFrom("sessionText").where("sessionId", "=", id).execute();
  await trx
    .insertInto("sessionText")
    .values(locales.map((locale) => ({ sessionId: id, locale, title: input[`title.${locale}`] })))
    .execute();
  await touchWorkshop(trx, workshop.id, at);
  await audit(trx, at, {
    accountId,
    action: session ? "session.changed" : "session.planned",
    subjectKind: "session",
    subjectId: id,
  });
  return { status: "saved", number };
}

/** Keeps whoever else wants to record in a session, or to remove it, waiting until the transaction ends. @returns whether it is still there */
export async function holdSession(trx: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("session")
    .set(({ ref }) => ({ isCounted: ref("isCounted") }))
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A session that has marks stays: what was recorded is kept. */
export async function removeSession(
  trx: Writer,
  session: Session,
  { accountId, at }: By,
): Promise<"removed" | "hasMarks" | "over"> {
  if (!hasPlan(await holdWorkshop(trx, session.workshopId))) return "over";
  if (!(await holdSession(trx, session.id))) return "removed";
  const mark = await trx
    .selectFrom("mark")
    .select("sessionId")
    .where("sessionId", "=", session.id)
    .limit(1)
    .executeTakeFirst();
  if (mark) return "hasMarks";
  await trx.deleteFrom("sessionText").where("sessionId", "=", session.id).execute();
  await trx.deleteFrom("session").where("id", "=", session.id).execute();
  await touchWorkshop(trx, session.workshopId, at);
  await audit(trx, at, { accountId, action: "session.removed", subjectKind: "session", subjectId: session.id });
  return "removed";
}

/** Calendars that follow a workshop see by this that it has changed. */
async function touchWorkshop(trx: Writer, id: string, at: Instant) {
  await trx.updateTable("workshop").set({ changedAt: at }).where("id", "=", id).execute();
}
