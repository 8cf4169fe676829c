import { expect, test } from "vitest";
import { action as pageAction } from "#app/desk/programmes/indicators/indicator.route.tsx";
import { action as newAction, loader as newLoader } from "#app/desk/programmes/indicators/indicator-new.route.tsx";
import { loader as listLoader } from "#app/desk/programmes/indicators/indicators.route.tsx";
import { translator } from "#app/i18n/translator.server.ts";
import { archiveIndicator, recordValue, removeValue, saveIndicator } from "#app/programmes/indicators/commands.ts";
import { indicatorForm, newIndicatorForm } from "#app/programmes/indicators/form.ts";
import { indicatorValues } from "#app/programmes/indicators/form-values.ts";
import {
  findIndicator,
  listAgreements,
  listIndicators,
  listLatestValues,
  listValues,
} from "#app/programmes/indicators/queries.ts";
import { findProgramme } from "#app/programmes/queries.ts";
import { indicatorViews } from "#app/statistics/indicators/indicator-view.ts";
import { castDemo } from "#test/support/cast.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addIndicator, idOfProgramme, indicatorFields } from "#test/support/programmes.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-23T15:00:00.000Z" as const;
const by = { accountId: null, at };

describeDatabases("indicators", (open) => {
  const prepare = async () => {
    const database = await open();
    await addWorkshop(database, { code: "ZZ-1" });
    const { code } = await database.read.selectFrom("programme").select("code").executeTakeFirstOrThrow();
    return { database, code, programmeId: await idOfProgramme(database, code) };
  };

  test("are stored as their form shows them, and each change is a version with its reason", async () => {
    const { database, code, programmeId } = await prepare();
    const id = await addIndicator(database, code, by);
    const stored = await findIndicator(database.read, programmeId, id);
    expect(stored && indicatorValues(stored)).toMatchObject(indicatorFields);
    const change = indicatorForm.parse({ ...indicatorFields, baseline: "12.5", reason: "Se midió de nuevo." });
    await database.transact((trx) => saveIndicator(trx, programmeId, stored, change, by));
    const versions = await listAgreements(database.read, id);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, "Se midió de nuevo."],
      [1, ""],
    ]);
    expect(versions.map(({ agreed }) => agreed.baseline)).toEqual([1_250, 0]);
    expect(await findIndicator(database.read, programmeId, id)).toMatchObject({ baseline: 1_250, version: 2 });
  });

  test("a code is taken once in a programme", async () => {
    const { database, code, programmeId } = await prepare();
    await addIndicator(database, code, by);
    const again = newIndicatorForm.parse({ ...indicatorFields, code: "r1" });
    expect(await database.transact((trx) => saveIndicator(trx, programmeId, null, again, by))).toEqual({
      status: "refused",
      because: "codeTaken",
    });
  });

  test("stand in the order of their level and code, those in the archive at the end", async () => {
    const { database, code, programmeId } = await prepare();
    for (const [level, own] of [
      ["output", "R10"],
      ["output", "R2"],
      ["goal", "F1"],
      ["purpose", "P1"],
    ] as const)
      await addIndicator(database, code, by, { level, code: own });
    const [goal] = await listIndicators(database.read, programmeId);
    await database.transact((trx) => archiveIndicator(trx, goal?.id ?? ("" as never), true, by));
    const listed = await listIndicators(database.read, programmeId);
    expect(listed.map((one) => one.code)).toEqual(["P1", "R2", "R10", "F1"]);
  });

  test("a value of the same day is put right, a removed one is gone, and none counts before its day", async () => {
    const { database, code } = await prepare();
    const id = await addIndicator(database, code, by);
    const typed = { measuredOn: "2026-11-20" as const, value: 3_000, note: "" };
    await database.transact((trx) => recordValue(trx, id, typed, by));
    await database.transact((trx) => recordValue(trx, id, { ...typed, value: 3_100, note: "Corregido" }, by));
    expect((await listValues(database.read, id)).map(({ value }) => value)).toEqual([3_100, 2_500]);
    const upTo = async (day: "2026-11-19" | "2026-11-20") =>
      (await listLatestValues(database.read, [id], day)).get(id)?.value;
    expect([await upTo("2026-11-19"), await upTo("2026-11-20")]).toEqual([2_500, 3_100]);
    await database.transact((trx) => removeValue(trx, id, "2026-11-20", by));
    expect(await upTo("2026-11-20")).toBe(2_500);
  });

  test("what workshops know is computed: the programme of 2017", { timeout: 60_000 }, async () => {
    const { database, cookies } = await castDemo(open);
    for (const [code, measure] of [
      ["R2", "workshops"],
      ["R3", "people"],
      ["R4", "certificates"],
      ["R5", "personHours"],
      ["R6", "attendance"],
      ["R7", "womenShare"],
    ] as const)
      await addIndicator(database, "MJ-CUSTOMS", by, { code, measure });
    const programme = await findProgramme(database.read, "MJ-CUSTOMS");
    if (!programme) throw new Error("no programme");
    const views = await indicatorViews(database.read, programme, {
      locale: "es",
      t: translator("es"),
      today: "2026-11-23",
    });
    const values = Object.fromEntries(views.map(({ code, value }) => [code, value]));
    expect(values).toMatchObject({ R1: 2_500, R2: 100, R3: 400, R4: 400, R7: null });
    expect(values.R5).toBeGreaterThan(0);
    expect(values.R6).toBeLessThanOrEqual(10_000);
    const page = "/es/desk/programmes/MJ-CUSTOMS/indicators";
    const opens = async (cookie: string | undefined, loader: typeof listLoader | typeof newLoader, path = page) =>
      (await knock(loader, { database, path, cookie })).status;
    expect(await opens(cookies.manager, listLoader)).toBe(200);
    expect(await opens(cookies.stranger, listLoader)).toBe(404);
    expect(await opens(cookies.manager, newLoader, `${page}/new`)).toBe(403);
  });

  test("what is typed wrong is said at its field, and nothing is saved", { timeout: 60_000 }, async () => {
    const { database, cookies, own } = await castDemo(open);
    const page = "/es/desk/programmes/MJ-CUSTOMS/indicators";
    const send = (path: string, door: typeof newAction | typeof pageAction, form: Record<string, string>) =>
      knock(door, { database, path, form, cookie: cookies.coordinator });
    const taken = await send(`${page}/new`, newAction, { ...indicatorFields });
    expect(taken).toMatchObject({ status: 422, data: { errors: { code: "programmes:indicator.form.codeTaken" } } });
    const value = { part: "value", measuredOn: "2199-01-01", value: "1", note: "" };
    const future = await send(`${page}/${own.indicator}`, pageAction, value);
    expect(future).toMatchObject({ status: 422, data: { errors: { measuredOn: "programmes:indicator.form.future" } } });
    expect(await listValues(database.read, own.indicator as never)).toHaveLength(1);
  });
});
