import type { By } from "#app/access/actor.ts";
import { saveCostLine, saveExchange, saveTariff } from "#app/programmes/costs/commands.ts";
import { costForm, exchangeForm, tariffForm } from "#app/programmes/costs/form.ts";
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

export const tariffFields = {
  ...{ "name.es": "Hora de instrucción", unit: "hour", currency: "MXN" },
  ...{ "rate.1.validFrom": "2026-04-01", "rate.1.amount": "1450.50" },
};
export const costFields = { "what.es": "Instrucción", units: "2.5", usedOn: "2026-11-02", form: "inKind" };

/** A tariff of a programme, and a line that uses it. Its first institution pays. */
export async function addCost(database: Database, code: string, by: By, fields: Record<string, string> = {}) {
  const programmeId = await idOfProgramme(database, code);
  const payer = await database.read.selectFrom("institution").select("id").orderBy("id").executeTakeFirstOrThrow();
  return database.transact(async (trx) => {
    const tariff = await saveTariff(trx, programmeId, null, tariffForm.parse({ ...tariffFields, ...fields }), by);
    if (tariff.status === "refused") throw new Error(tariff.because);
    const input = costForm.parse({ ...costFields, tariffId: tariff.id, payerId: payer.id, ...fields });
    const line = await saveCostLine(trx, programmeId, null, input, by);
    if (line.status === "refused") throw new Error(line.because);
    return { tariff: tariff.id, cost: line.id, payerId: payer.id };
  });
}

/** What yen are worth in a programme. */
export async function addExchange(database: Database, code: string, by: By): Promise<void> {
  const rate = { "rate.1.currency": "JPY", "rate.1.validFrom": "2026-04-01", "rate.1.rate": "0.126" };
  const programmeId = await idOfProgramme(database, code);
  await database.transact((trx) =>
    saveExchange(trx, programmeId, exchangeForm.parse({ currency: "MXN", ...rate }), by),
  );
}

/** Something of everything that belongs to the programme of 2017. */
export async function addMeasures(database: Database, by: By): Promise<void> {
  await addIndicator(database, "MJ-CUSTOMS", by);
  await addCost(database, "MJ-CUSTOMS", by);
}
