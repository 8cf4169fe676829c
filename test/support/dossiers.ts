import type { By } from "#app/access/actor.ts";
import { addFromTemplate } from "#app/dossier/tasks/tasks.commands.ts";
import type { TemplateName } from "#app/dossier/tasks/template.rules.ts";
import type { Database } from "#db/database.ts";
import { held } from "./plan-of.ts";

/** Gives a workshop tasks of the template; they are numbered from 1, in this order. */
export const addTasks = (database: Database, code: string, names: TemplateName[], by: By) =>
  database.transact(async (trx) => addFromTemplate(trx, await held(trx, { code }), names, by));
