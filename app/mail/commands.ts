import { type SelectQueryBuilder, sql } from "kysely";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import type { MailKind } from "./kinds.ts";

type Mail = Omit<Schema["mail"], "sentAt">;

/** One row a job: another attempt replaces what the one before has composed. */
export async function recordMail(trx: Writer, { id, kind, workshopId, personId, ...content }: Mail): Promise<void> {
  await trx
    .insertInto("mail")
    .values({ id, kind, workshopId, personId, ...content, sentAt: null })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(content))
    .execute();
}

export async function markSent(trx: Writer, { id, at }: { id: Id<"outbox">; at: Instant }): Promise<void> {
  await trx.updateTable("mail").set({ sentAt: at }).where("id", "=", id).execute();
}

/** A workshop is removed: letters about it, such as a message that its writer has tried, stay with whoever got them. */
export async function forgetWorkshopOfMail(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  await trx.updateTable("mail").set({ workshopId: null }).where("workshopId", "=", workshopId).execute();
}

/** The text of a letter without a secret is kept for so long, for whom it was sent to. */
export const textDays = 365;

/** A demo keeps its messages as they look, and the secrets in them, for so long; elsewhere neither is kept at all. */
export const bodyDays = 30;

const lasting = sql.lit("message.written" satisfies MailKind);
/** A written message stays: it is what somebody has said to somebody. Word by word as the index has it. */
const mayEnd = sql<boolean>`kind <> ${lasting}`;

/** As `isSecret` has it, in rows of a demo. */
const secretKinds = ["account.password", "account.invitation"] as const satisfies MailKind[];

/**
 * Ends what is kept of old messages: their text, and what only a demo keeps. To whom and about what they were stays.
 * @returns how many of whichever were most, at most so many
 */
export async function clearOldBodies(trx: Writer, at: Instant, most: number): Promise<number> {
  const before = (days: number) =>
    trx.selectFrom("mail").select("id").where("composedAt", "<=", plusDays(at, -days)).limit(most);
  const texts = before(textDays).where("bodyText", "is not", null).where(mayEnd);
  const looks = before(bodyDays).where("bodyHtml", "is not", null);
  const secrets = looks.where("kind", "in", secretKinds).where("bodyText", "is not", null);
  return Math.max(
    await empty(trx, texts, { bodyText: null }),
    await empty(trx, secrets, { bodyText: null }),
    await empty(trx, looks, { bodyHtml: null }),
  );
}

async function empty(
  trx: Writer,
  ids: SelectQueryBuilder<Schema, "mail", { id: Id<"outbox"> }>,
  emptied: { bodyText: null } | { bodyHtml: null },
): Promise<number> {
  const { numUpdatedRows } = await trx.updateTable("mail").set(emptied).where("id", "in", ids).executeTakeFirst();
  return Number(numUpdatedRows);
}
