import { expect, test } from "vitest";
import { countToTell } from "#app/enrolment/told/told.queries.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { at, changeFacts, changeSession, dropSessionOf, letters, quiet, run, toldWorkshop } from "./changing.ts";

const first = plusMinutes(at, 60);
const second = plusMinutes(at, 120);
const reason = "Se habló con cada persona.";

/** As a form is saved whose box is ticked. */
const quietly = (database: Database, workshopId: Id<"workshop">, change: (trx: Writer) => Promise<void>) =>
  database.transact(async (trx) => {
    const before = await planToWithhold(trx, workshopId, { isUntold: true, untoldReason: reason });
    await change(trx);
    await withholdChange(trx, { workshopId, before, reason }, { accountId: null, at: first });
  });

const toNine = (trx: Writer) => changeSession(trx, 2, { startsTime: "10:00", endsTime: "12:00" }, first);

describeDatabases("a change of which nobody is to be told", (open) => {
  test("is told to nobody by itself, and stands in the record with its reason", async () => {
    const database = await open();
    const { workshopId } = await toldWorkshop(database, [{ locale: "es" }, { locale: "ja" }]);
    await quietly(database, workshopId, toNine);
    expect(await countToTell(database.read, workshopId, first)).toBe(0);
    await run(database, quiet(first));
    expect(await letters(database)).toEqual([]);
    const { read } = await sealed(database);
    const entry = await read
      .selectFrom("audit")
      .select("details")
      .where("action", "=", "enrolment.withheld")
      .executeTakeFirstOrThrow();
    expect(entry.details).toContain(reason);
  });

  test("several one after another are told to nobody either: a room, a session that is gone, a venue", async () => {
    const database = await open();
    const { workshopId } = await toldWorkshop(database, [{ locale: "es" }]);
    await quietly(database, workshopId, toNine);
    await quietly(database, workshopId, (trx) => dropSessionOf(trx, 3, first));
    await quietly(database, workshopId, (trx) => changeFacts(trx, { "venue.es": "Otra sede" }, first));
    await run(database, quiet(first));
    expect(await letters(database)).toEqual([]);
  });

  test("is told with what changes later: a letter compares with what is true then", async () => {
    const database = await open();
    const { workshopId } = await toldWorkshop(database, [{ locale: "es" }]);
    await quietly(database, workshopId, toNine);
    await run(database, quiet(first));
    await database.transact((trx) => changeSession(trx, 4, { startsTime: "15:00", endsTime: "16:00" }, second));
    await run(database, quiet(second));
    const [letter, ...others] = await letters(database);
    expect(others).toEqual([]);
    expect(letter?.bodyText).toMatch(/Sesión 2[\s\S]*10:00–12:00[\s\S]*Sesión 4[\s\S]*15:00–16:00/);
    await run(database, quiet(plusMinutes(second, 60)));
    expect(await letters(database)).toHaveLength(1);
  });

  test("silences nothing that was changed before it", async () => {
    const database = await open();
    const { workshopId } = await toldWorkshop(database, [{ locale: "es" }]);
    await database.transact((trx) => changeSession(trx, 4, { startsTime: "15:00", endsTime: "16:00" }, first));
    await quietly(database, workshopId, toNine);
    expect(await countToTell(database.read, workshopId, first)).toBe(1);
    await run(database, quiet(first));
    expect(await letters(database)).toHaveLength(1);
  });

  test("control: without the note everybody is told", async () => {
    const database = await open();
    await toldWorkshop(database, [{ locale: "es" }, { locale: "ja" }]);
    await database.transact(toNine);
    await run(database, quiet(first));
    expect(await letters(database)).toHaveLength(2);
  });
});
