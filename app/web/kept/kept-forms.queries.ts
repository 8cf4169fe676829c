import type { ExpressionBuilder } from "kysely";
import { type Instant, latestEnd, plusMinutes } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/** Long enough to find a forgotten password; whoever comes later finds the page as it is stored. */
export const keptMinutes = 60;

/** What was kept under this id for this account; null where it is too old, or somebody else's. */
export async function findKeptForm(
  db: Reader,
  { id, accountId, at }: { id: Id<"keptForm">; accountId: Id<"account">; at: Instant },
) {
  const kept = await db
    .selectFrom("keptForm")
    .select(["kind", "sealed"])
    .where("id", "=", id)
    .where("accountId", "=", accountId)
    .where(isStillKept(at))
    .executeTakeFirst();
  return kept ?? null;
}

/** Whether something was typed, or only a button pressed: all that is told before anybody has signed in. */
export async function findKeptKind(db: Reader, id: Id<"keptForm">, at: Instant) {
  const kept = await db
    .selectFrom("keptForm")
    .select("kind")
    .where("id", "=", id)
    .where(isStillKept(at))
    .executeTakeFirst();
  return kept?.kind ?? null;
}

export const isStillKept = (at: Instant) => (row: ExpressionBuilder<Pick<Schema, "keptForm">, "keptForm">) =>
  row.and([row("keptForm.keptAt", ">", plusMinutes(at, -keptMinutes)), row("keptForm.keptAt", "<=", latestEnd(at, 0))]);
