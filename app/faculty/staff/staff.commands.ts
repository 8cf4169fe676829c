import type { Selectable } from "kysely";
import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { FacultyRole } from "#app/faculty/rules.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { SessionStaffTable } from "#db/schema.ts";

export type Chosen = { role: FacultyRole; facultyId: string /** The field that names them. */; name: string };

export type StaffOutcome = { status: "saved" } | { status: "refused"; field: string; because: "unknown" | "archived" };

/**
 * Says who is in a session. Whoever was in it keeps what they were asked and have answered; whoever is new is proposed.
 * Nobody is written to: the workshop's page asks all who are proposed. The workshop is held.
 */
export async function saveStaff(
  trx: Writer,
  sessionId: Id<"session">,
  chosen: readonly Chosen[],
  { accountId, at }: By,
): Promise<StaffOutcome> {
  const before = await trx.selectFrom("sessionStaff").selectAll().where("sessionId", "=", sessionId).execute();
  const known = new Map(before.map((row) => [row.facultyId as string, row]));
  const refused = await refusalOf(
    trx,
    chosen.filter(({ facultyId }) => !known.has(facultyId)),
  );
  if (refused) return refused;
  const rows = placed(chosen).map(({ facultyId, role, position }) => ({
    ...{ sessionId, role, position },
    facultyId: facultyId as Id<"faculty">,
    state: known.get(facultyId)?.state ?? ("proposed" as const),
  }));
  if (isSame(before, rows)) return { status: "saved" };
  await trx.deleteFrom("sessionStaff").where("sessionId", "=", sessionId).execute();
  if (rows.length) await trx.insertInto("sessionStaff").values(rows).execute();
  await audit(trx, at, { accountId, action: "session.staffed", subjectId: sessionId });
  return { status: "saved" };
}

/**
 * Proposes whoever was in some sessions for those that are held in their place. They are asked anew: what they have
 * said to the former ones does not count. Whoever declined then, or is in the archive, is left out.
 * @param copies the new session by the former one
 * @returns how many people
 */
export async function proposeAgain(
  trx: Writer,
  copies: ReadonlyMap<Id<"session">, Id<"session">>,
  by: By,
): Promise<number> {
  if (!copies.size) return 0;
  const rows = await trx
    .selectFrom("sessionStaff")
    .innerJoin("faculty", "faculty.id", "sessionStaff.facultyId")
    .select(["sessionStaff.sessionId", "sessionStaff.facultyId", "sessionStaff.role", "sessionStaff.position"])
    .where("sessionStaff.sessionId", "in", [...copies.keys()])
    .where("sessionStaff.state", "<>", "declined")
    .where("faculty.archivedAt", "is", null)
    .orderBy("sessionStaff.role")
    .orderBy("sessionStaff.position")
    .execute();
  for (const [former, own] of Map.groupBy(rows, ({ sessionId }) => sessionId)) {
    const chosen = own.map(({ role, facultyId, position }) => ({ role, facultyId, name: `${role}.${position}` }));
    await saveStaff(trx, copies.get(former) as Id<"session">, chosen, by);
  }
  return new Set(rows.map(({ facultyId }) => facultyId)).size;
}

/**
 * Who was in a session that was deleted and is there again, with what they had been asked and had answered. Who is on
 * the list no more is left out.
 */
export async function restoreStaff(
  trx: Writer,
  sessionId: Id<"session">,
  rows: readonly Selectable<SessionStaffTable>[],
  { accountId, at }: By,
): Promise<void> {
  if (!rows.length) return;
  const ids = rows.map(({ facultyId }) => facultyId);
  const members = await trx.selectFrom("faculty").select("id").where("id", "in", ids).execute();
  const known = new Set(members.map(({ id }) => id));
  const standing = rows.filter(({ facultyId }) => known.has(facultyId)).map((row) => ({ ...row, sessionId }));
  if (!standing.length) return;
  await trx.insertInto("sessionStaff").values(standing).execute();
  await audit(trx, at, { accountId, action: "session.staffed", subjectId: sessionId });
}

async function refusalOf(trx: Writer, added: readonly Chosen[]): Promise<StaffOutcome | null> {
  if (!added.length) return null;
  const found = await trx
    .selectFrom("faculty")
    .select(["id", "archivedAt"])
    .where(
      "id",
      "in",
      added.map(({ facultyId }) => facultyId as Id<"faculty">),
    )
    .execute();
  const members = new Map(found.map((member) => [member.id as string, member]));
  for (const { facultyId, name } of added) {
    const member = members.get(facultyId);
    if (!member) return { status: "refused", field: name, because: "unknown" };
    if (member.archivedAt) return { status: "refused", field: name, because: "archived" };
  }
  return null;
}

/** Each with its place among those of the same role. */
const placed = (chosen: readonly Chosen[]) =>
  chosen.map((one, index) => ({
    ...one,
    position: chosen.slice(0, index + 1).filter(({ role }) => role === one.role).length,
  }));

type Row = { facultyId: string; role: string; position: number };

const isSame = (before: readonly Row[], after: readonly Row[]) =>
  before.length === after.length &&
  after.every(({ facultyId, role, position }) =>
    before.some((row) => row.facultyId === facultyId && row.role === role && row.position === position),
  );
