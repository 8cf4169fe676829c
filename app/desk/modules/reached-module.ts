import { orNotFound } from "#app/web/errors/not-found.ts";
import { moduleTexts } from "#app/workshops/modules/form.ts";
import { listModules, type Module } from "#app/workshops/modules/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The module of an address, of the workshop that is there. */
export const moduleOf = async (db: Reader, workshopId: Id<"workshop">, { module }: { module?: string }) =>
  orNotFound((await listModules(db, workshopId)).find(({ id }) => id === module) ?? null);

/** A stored module as the fields of its form. */
export const moduleValues = ({ title, objective, indicator }: Module): Record<string, string> => ({
  ...moduleTexts.title.write(title),
  ...moduleTexts.objective.write(objective),
  ...moduleTexts.indicator.write(indicator),
});
