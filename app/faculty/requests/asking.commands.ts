import type { By } from "#app/access/actor.ts";
import { listAccountsOf } from "#app/accounts/queries.ts";
import { audit } from "#app/audit/commands.ts";
import { listSessionsInWorkshop, listStaff, type SessionStaff } from "#app/faculty/staff/staff.queries.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { settleGrant } from "./grants.commands.ts";
import { findRequest, type TeachingRequest } from "./requests.queries.ts";
import { toldTeaching } from "./told.rules.ts";

/** `unreached`: those of whom no address is known. Nobody has written to them. */
type AskOutcome =
  | { status: "asked"; count: number; unreached: SessionStaff[] }
  | { status: "refused"; because: "nobody" | "cancelled" };

/**
 * Asks everybody who is proposed for a session that has not begun, each by one letter about all of theirs. Whoever was
 * asked before is asked again for what is new.
 */
export async function askStaff(trx: Writer, workshop: HeldWorkshop, by: By): Promise<AskOutcome> {
  if (workshop.state === "cancelled") return { status: "refused", because: "cancelled" };
  const sessions = (await listSessionsOf(trx, [workshop.id])).filter(({ startsAt }) => startsAt > by.at);
  const staff = await listStaff(
    trx,
    sessions.map(({ id }) => id),
  );
  const proposed = Map.groupBy(
    staff.filter(({ state }) => state === "proposed"),
    ({ facultyId }) => facultyId,
  );
  if (!proposed.size) return { status: "refused", because: "nobody" };
  const reached = await reachedOf(trx, [...proposed.values()].flat());
  const unreached = [...proposed.values()].flatMap(([one]) => (one && !reached.has(one.personId) ? [one] : []));
  let count = 0;
  for (const [facultyId, [one]] of proposed) {
    if (!one || !reached.has(one.personId)) continue;
    await askMember(trx, { workshop, facultyId, personId: one.personId, sessions, staff }, by);
    count++;
  }
  if (count) {
    const details = { people: count };
    await audit(trx, by.at, { accountId: by.accountId, action: "teaching.asked", subjectId: workshop.id, details });
  }
  return { status: "asked", count, unreached };
}

/** Who has an address: of their account, or one that is known of them. */
async function reachedOf(trx: Writer, staff: readonly SessionStaff[]): Promise<Set<Id<"person">>> {
  const accounts = await listAccountsOf(trx, [...new Set(staff.map(({ personId }) => personId))]);
  return new Set([
    ...accounts.filter(({ disabledAt }) => disabledAt === null).map(({ personId }) => personId),
    ...staff.filter(({ email }) => email).map(({ personId }) => personId),
  ]);
}

type Asking = {
  workshop: HeldWorkshop;
  facultyId: Id<"faculty">;
  personId: Id<"person">;
  sessions: readonly Session[];
  staff: readonly SessionStaff[];
};

async function askMember(trx: Writer, asking: Asking, { accountId, at }: By): Promise<void> {
  const { workshop, facultyId, personId, sessions, staff } = asking;
  const own = staff.filter((row) => row.facultyId === facultyId && row.state !== "declined");
  await trx
    .updateTable("sessionStaff")
    .set({ state: "asked" })
    .where("facultyId", "=", facultyId)
    .where("state", "=", "proposed")
    .where(
      "sessionId",
      "in",
      own.map(({ sessionId }) => sessionId),
    )
    .execute();
  const told = sessions.filter(({ id }) => own.some(({ sessionId }) => sessionId === id)).map(toldTeaching);
  const asked = { askedAt: at, askedBy: accountId, remindedAt: null, reminders: 0, closedAt: null };
  const values = { ...asked, told: JSON.stringify(told), toldAt: at };
  const { id } = await trx
    .insertInto("teachingRequest")
    .values({ id: newId<"teachingRequest">(), workshopId: workshop.id, facultyId, ...values })
    .onConflict((conflict) => conflict.columns(["workshopId", "facultyId"]).doUpdateSet(values))
    .returning("id")
    .executeTakeFirstOrThrow();
  await emit(trx, at, "teaching.asked", { teachingRequestId: id }, { workshopId: workshop.id, personId });
}

/**
 * Takes somebody out of the sessions of a workshop that have not begun. Whoever was asked is told; whoever has taught
 * before today stays where they were. The workshop is held.
 * @returns false where they were in none
 */
export async function releaseMember(
  trx: Writer,
  { workshopId, facultyId }: { workshopId: Id<"workshop">; facultyId: Id<"faculty"> },
  by: By,
): Promise<boolean> {
  const coming = (await listSessionsInWorkshop(trx, { workshopId, facultyId })).filter(
    ({ startsAt }) => startsAt > by.at,
  );
  if (!coming.length) return false;
  const { accountId, at } = by;
  await trx
    .deleteFrom("sessionStaff")
    .where("facultyId", "=", facultyId)
    .where(
      "sessionId",
      "in",
      coming.map(({ sessionId }) => sessionId),
    )
    .execute();
  for (const { sessionId } of coming)
    await audit(trx, at, { accountId, action: "session.staffed", subjectId: sessionId });
  const row = await trx
    .selectFrom("teachingRequest")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("facultyId", "=", facultyId)
    .where("closedAt", "is", null)
    .executeTakeFirst();
  const request = row && (await findRequest(trx, row.id));
  if (request) await closeRequest(trx, request, { by, isTold: coming.some(({ state }) => isPromised(state)) });
  return true;
}

/** Whoever is only proposed does not know of it, and whoever has declined does not count on it. */
const isPromised = (state: SessionStaff["state"]) => state === "asked" || state === "accepted";

/** Nothing is asked of somebody any more. The role that came with it ends, unless they have taught here. */
export async function closeRequest(
  trx: Writer,
  request: TeachingRequest,
  { by, isTold }: { by: By; isTold: boolean },
): Promise<void> {
  const { id, workshopId, personId } = request;
  const { accountId, at } = by;
  await trx.updateTable("teachingRequest").set({ closedAt: at }).where("id", "=", id).execute();
  await settleGrant(trx, request, by);
  await audit(trx, at, { accountId, action: "teaching.released", subjectId: id });
  if (isTold) await emit(trx, at, "teaching.released", { teachingRequestId: id }, { workshopId, personId });
}

/** That somebody was told of their sessions as they stand at an instant. */
export const keepToldTeaching = (
  trx: Writer,
  id: Id<"teachingRequest">,
  { sessions, at }: { sessions: readonly Session[]; at: Instant },
) =>
  trx
    .updateTable("teachingRequest")
    .set({ told: JSON.stringify(sessions.map(toldTeaching)), toldAt: at })
    .where("id", "=", id)
    .execute();
