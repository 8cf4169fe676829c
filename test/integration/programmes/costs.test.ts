import { expect, test } from "vitest";
import { costRows } from "#app/desk/programmes/costs/cost-rows.ts";
import { payersView } from "#app/desk/programmes/costs/payers-view.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { dropCostLine, dropTariff, saveExchange, saveTariff } from "#app/programmes/costs/commands.ts";
import { exchangeForm, tariffForm } from "#app/programmes/costs/form.ts";
import { costValues, exchangeValues, tariffValues } from "#app/programmes/costs/form-values.ts";
import { findCostLine, findExchange, findTariff, listCostLines } from "#app/programmes/costs/queries.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addCost, costFields, idOfProgramme, tariffFields } from "#test/support/programmes.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-23T15:00:00.000Z" as const;
const by = { accountId: null, at };

describeDatabases("cost lines", (open) => {
  const prepare = async () => {
    const database = await open();
    await addWorkshop(database, { code: "ZZ-1" });
    const { code } = await database.read.selectFrom("programme").select("code").executeTakeFirstOrThrow();
    return { database, code, programmeId: await idOfProgramme(database, code) };
  };

  test("are stored as their forms show them, and a tariff in use keeps its currency and stays", async () => {
    const { database, code, programmeId } = await prepare();
    const { tariff, cost } = await addCost(database, code, by);
    const line = await findCostLine(database.read, programmeId, cost);
    const known = await findTariff(database.read, programmeId, tariff);
    if (!line || !known) throw new Error("nothing was stored");
    expect(costValues(line)).toMatchObject(costFields);
    expect(tariffValues(known)).toMatchObject({ ...tariffFields, "rate.1.amount": "1450.5" });
    const euros = tariffForm.parse({ ...tariffFields, currency: "EUR" });
    expect(await database.transact((trx) => saveTariff(trx, programmeId, known, euros, by))).toMatchObject({
      status: "refused",
      field: "currency",
    });
    expect(await database.transact((trx) => dropTariff(trx, programmeId, known, by))).toBe(false);
    await database.transact((trx) => dropCostLine(trx, programmeId, line, by));
    expect(await listCostLines(database.read, programmeId)).toEqual([]);
    expect(await database.transact((trx) => dropTariff(trx, programmeId, known, by))).toBe(true);
  });

  test("are added up in one currency by the rates of their days", async () => {
    const { database, code, programmeId } = await prepare();
    await addCost(database, code, by);
    await addCost(database, code, by, { currency: "JPY", "rate.1.amount": "68000", units: "10", form: "money" });
    const visit = { db: database.read, locale: "en", t: translator("en"), at, actor: { zone: "UTC" } } as never;
    const view = async () => {
      const { rows, ...costs } = await costRows(visit, { id: programmeId, code });
      return { rows, payers: payersView(costs, "en") };
    };
    expect((await view()).payers).toMatchObject({ missing: 1, total: expect.stringContaining("3,626.25") });
    const exchange = exchangeForm.parse({
      ...{ currency: "MXN", "rate.1.currency": "JPY", "rate.1.validFrom": "2026-10-01", "rate.1.rate": "0.126" },
    });
    await database.transact((trx) => saveExchange(trx, programmeId, exchange, by));
    const stored = exchangeValues(await findExchange(database.read, programmeId));
    expect(stored).toMatchObject({ currency: "MXN", "rate.1.rate": "0.126" });
    const { rows, payers } = await view();
    expect(payers).toMatchObject({ missing: 0, total: expect.stringContaining("89,306.25") });
    expect(payers.payers[0]?.shares.money).toBeCloseTo(85_680 / 89_306.25, 5);
    expect(rows.map(({ total }) => total)).toEqual([3_626.25, 85_680]);
  });
});
