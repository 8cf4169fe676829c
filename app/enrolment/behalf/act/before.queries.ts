import { listReached } from "#app/accounts/reached.queries.ts";
import { actKinds, type Former, versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { findStandingOffer } from "#app/enrolment/offers/offers.queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** An enrolment as it stands, and what its holder was last told of the plan; without what never changes of it. */
export async function findFormer(db: Reader, enrolmentId: Id<"enrolment">): Promise<Former> {
  const row = await db.selectFrom("enrolment").selectAll().where("id", "=", enrolmentId).executeTakeFirstOrThrow();
  const told = await db
    .selectFrom("told")
    .select(["planId", "toldAt"])
    .where("enrolmentId", "=", enrolmentId)
    .executeTakeFirst();
  const { id: _, workshopId: __, personId: ___, ...enrolment } = row;
  const asked = await findStandingOffer(db, enrolmentId);
  const offer = asked && { id: asked.id, state: asked.state };
  return { enrolment, told: told ?? null, offer };
}

/** An act of a workshop, as whoever may undo it needs it. A merge is undone with that of the people. */
export async function findAct(db: Reader, actId: Id<"enrolmentAct">, workshopId: Id<"workshop">) {
  const act = await db
    .selectFrom("enrolmentAct")
    .selectAll()
    .where("id", "=", actId)
    .where("workshopId", "=", workshopId)
    .where("kind", "in", actKinds)
    .$narrowType<{ kind: (typeof actKinds)[number] }>()
    .executeTakeFirst();
  return act ?? null;
}

/** What each enrolment was before an act, and what it is; none once that is long ago. */
export async function listBefore(db: Reader, actId: Id<"enrolmentAct">) {
  const rows = await db
    .selectFrom("enrolmentBefore as before")
    .innerJoin("enrolment", "enrolment.id", "before.enrolmentId")
    .select(["before.enrolmentId", "before.former", "before.became", "before.letterId"])
    .select(["enrolment.state", "enrolment.ticket", "enrolment.changedAt", "enrolment.quotaId"])
    .where("before.actId", "=", actId)
    .execute();
  return rows.map(({ former, ...row }) => ({
    ...row,
    now: versionOf(row),
    before: former === null ? null : (JSON.parse(former) as Former),
  }));
}

/** Whether one of these has been marked in a session. */
export async function isAnyMarked(db: Reader, enrolmentIds: Id<"enrolment">[]): Promise<boolean> {
  if (!enrolmentIds.length) return false;
  const mark = await db
    .selectFrom("mark")
    .select("enrolmentId")
    .where("enrolmentId", "in", enrolmentIds)
    .limit(1)
    .executeTakeFirst();
  return mark !== undefined;
}

/** Whether another enrolment of the same person has become part of one of these. */
export async function isAnyMergedInto(db: Reader, enrolmentIds: Id<"enrolment">[]): Promise<boolean> {
  if (!enrolmentIds.length) return false;
  const merged = await db
    .selectFrom("enrolment")
    .select("id")
    .where("mergedIntoId", "in", enrolmentIds)
    .limit(1)
    .executeTakeFirst();
  return merged !== undefined;
}

/** Whether a coordinator has written to one of these, or has chosen them for a message. */
export async function isAnyWrittenTo(db: Reader, enrolmentIds: Id<"enrolment">[]): Promise<boolean> {
  if (!enrolmentIds.length) return false;
  const written = await db
    .selectFrom("messageRecipient")
    .select("enrolmentId")
    .where("enrolmentId", "in", enrolmentIds)
    .unionAll(db.selectFrom("messageChoice").select("enrolmentId").where("enrolmentId", "in", enrolmentIds))
    .limit(1)
    .executeTakeFirst();
  return written !== undefined;
}

/** Whether a letter reaches somebody. */
export const isReached = async (db: Reader, personId: Id<"person">): Promise<boolean> =>
  (await listReached(db, [personId])).has(personId);
