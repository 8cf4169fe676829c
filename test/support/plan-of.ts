import { everywhere } from "#app/access/permissions.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";

/** A workshop as commands that change it take it. */
export const held = async (trx: Writer, { code }: { code: string }) =>
  orNotFound(await holdWorkshop(trx, code, everywhere));

/** The same with what is planned in it. */
export async function planOf(trx: Writer, named: { code: string }) {
  const workshop = await held(trx, named);
  return { workshop, sessions: await listSessionsOf(trx, [workshop.id]) };
}
