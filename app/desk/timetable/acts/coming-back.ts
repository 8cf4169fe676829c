import { restoreOverrides } from "#app/clashes/commands.ts";
import { listOverrideRows } from "#app/clashes/queries.ts";
import { restoreStaff } from "#app/faculty/staff/staff.commands.ts";
import { listStaffRows } from "#app/faculty/staff/staff.queries.ts";
import { restorePlaces } from "#app/materials/commands.ts";
import { listMaterialPlaces } from "#app/materials/queries.ts";
import { forgetKept, keepSessions } from "#app/timetable/kept/kept.commands.ts";
import { type KeptSession, listKeptSessions, listVisitRows } from "#app/timetable/kept/kept.queries.ts";
import type { NewSession } from "#app/timetable/plan/plan.commands.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Writing } from "#app/web/doors/door.ts";
import { listModules } from "#app/workshops/modules/queries.ts";
import type { Id } from "#db/id.ts";

/** What later rooms have of a session: who is in it, why a clash may stand, and its materials. */
type More = {
  staff: Awaited<ReturnType<typeof listStaffRows>>;
  overrides: Awaited<ReturnType<typeof listOverrideRows>>;
  materials: Awaited<ReturnType<typeof listMaterialPlaces>>;
};

type Kept = KeptSession<More>;

/** All that is known of sessions that are about to be deleted. */
export async function readKept({ trx }: Pick<Writing, "trx">, removed: readonly Session[]): Promise<Kept[]> {
  const ids = removed.map(({ id }) => id);
  const visits = await listVisitRows(trx, ids);
  const [staff, overrides] = [await listStaffRows(trx, ids), await listOverrideRows(trx, ids)];
  const materials = await listMaterialPlaces(trx, ids);
  return removed.map((session) => {
    const own = <Row extends { sessionId: Id<"session"> | null }>(rows: readonly Row[]) =>
      rows.filter(({ sessionId }) => sessionId === session.id);
    const more = { staff: own(staff), overrides: own(overrides), materials: own(materials) };
    return { session, visit: own(visits), more };
  });
}

/** Once they are deleted: their author may take it back. */
export const keepRemoved = ({ trx, by }: Pick<Writing, "trx" | "by">, kept: readonly Kept[]) =>
  keepSessions(trx, kept, by.at);

/** Sessions that are added, and that this workshop had before: each comes back with all that it was. */
export async function comingBack(
  { trx }: Pick<Writing, "trx">,
  workshopId: Id<"workshop">,
  added: readonly NewSession[],
): Promise<{ added: NewSession[]; kept: ReadonlyMap<Id<"session">, Kept> }> {
  const kept = await listKeptSessions<More>(
    trx,
    workshopId,
    added.map(({ id }) => id),
  );
  const modules = kept.size ? new Set((await listModules(trx, workshopId)).map(({ id }) => id)) : new Set();
  const whole = added.map((one) => {
    const former = kept.get(one.id);
    if (!former) return one;
    const { moduleId } = former.session;
    // a module may have been deleted meanwhile
    const copyOf = { ...former.session, moduleId: moduleId && modules.has(moduleId) ? moduleId : null };
    return { ...one, copyOf, visit: former.visit };
  });
  return { added: whole, kept };
}

/** What later rooms had of them, once they are there again. */
export async function restoreMore({ trx, by }: Pick<Writing, "trx" | "by">, kept: ReadonlyMap<Id<"session">, Kept>) {
  for (const [id, { more }] of kept) {
    await restoreStaff(trx, id, more.staff, by);
    await restoreOverrides(trx, more.overrides);
    await restorePlaces(trx, more.materials);
  }
  await forgetKept(trx, [...kept.keys()]);
}
