import type { By } from "#app/access/actor.ts";
import { recordValue, saveIndicator } from "#app/programmes/indicators/commands.ts";
import { newIndicatorForm } from "#app/programmes/indicators/form.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** An indicator's form, filled in. */
export const indicatorFields = {
  ...{ code: "R1", level: "output", measure: "typed", baseline: "0", "name.es": "Personas capacitadas" },
  ...{ "unit.es": "personas", "target.1.dueOn": "2027-03-31", "target.1.value": "120" },
};

export const idOfProgramme = async ({ read }: Pick<Database, "read">, code: string): Promise<Id<"programme">> =>
  (await read.selectFrom("programme").select("id").where("code", "=", code).executeTakeFirstOrThrow()).id;

/** An indicator of a programme, with a value that was measured. */
export async function addIndicator(
  database: Database,
  code: string,
  by: By,
  fields: Record<string, string> = {},
): Promise<Id<"indicator">> {
  const programmeId = await idOfProgramme(database, code);
  return database.transact(async (trx) => {
    const input = newIndicatorForm.parse({ ...indicatorFields, ...fields });
    const outcome = await saveIndicator(trx, programmeId, null, input, by);
    if (outcome.status === "refused") throw new Error(outcome.because);
    if (input.measure === "typed")
      await recordValue(trx, outcome.id, { measuredOn: "2026-11-02", value: 2_500, note: "" }, by);
    return outcome.id;
  });
}
