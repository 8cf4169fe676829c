import { expect, test } from "vitest";
import { enrol } from "#app/enrolment/commands.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { saveMilestones } from "#app/workshops/life/commands.ts";
import { milestoneForm } from "#app/workshops/life/form.ts";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { at, changeSession, code, jobsOf, letters, quiet, run, toldWorkshop } from "./changing.ts";

const closeOn = (database: Database, closed: string, when: Instant) =>
  database.transact(async (trx) => {
    const days = milestoneForm.parse({ open: "", closed, running: "" });
    return saveMilestones(trx, await held(trx, { code }), days, { accountId: null, at: when });
  });

/** One has a seat and one waits for it: both know that enrolment ends with 10 November. */
async function setUp(database: Database) {
  const { workshopId } = await toldWorkshop(database, [], 1);
  await closeOn(database, "2026-11-10", at);
  for (const locale of ["es", "ja"] as const) {
    const zone = locale === "ja" ? "Asia/Tokyo" : "America/Mexico_City";
    const account = await addAccount(database, { grants: ["official"], passwordHash: null, person: { locale, zone } });
    await database.transact((trx) => enrol(trx, { ...account, workshopId }, { ...account, at }));
  }
  await run(database, at);
}

const later = plusMinutes(at, 60);

describeDatabases("whoever knows on which day enrolment ends", (open) => {
  test("is told once that there is more time, on the venue's clock", async () => {
    const database = await open();
    await setUp(database);
    expect(await closeOn(database, "2026-11-12", later)).toEqual({ status: "saved" });
    expect(await closeOn(database, "2026-11-15", plusMinutes(later, 1))).toEqual({ status: "saved" });
    await run(database, quiet(plusMinutes(later, 1)));
    await run(database, plusMinutes(quiet(later), 60));
    const sent = await letters(database);
    expect(sent.map(({ kind }) => kind).toSorted()).toEqual(["enrolment.replanned", "enrolment.replannedReserve"]);
    const [es, ja] = ["es", "ja"].map((locale) => sent.find((letter) => letter.locale === locale)?.bodyText);
    expect(es).toContain(
      "Último día de inscripción\nAntes\n  10 de noviembre de 2026 (hora de Ciudad de México)\nAhora\n" +
        "  15 de noviembre de 2026 (hora de Ciudad de México)",
    );
    expect(ja).toContain("2026年11月15日（メキシコシティ時間）");
    expect((await jobsOf(database, "workshop.replanned")).length).toBe(1);
  });

  test("reads of it in the same letter as of what else has changed", async () => {
    const database = await open();
    await setUp(database);
    await closeOn(database, "2026-11-15", later);
    await database.transact((trx) => changeSession(trx, 2, { startsTime: "15:00", endsTime: "16:00" }, later));
    await run(database, quiet(later));
    const sent = await letters(database);
    expect(sent.length).toBe(2);
    for (const { bodyText } of sent) expect(bodyText).toContain("15:00");
  });

  test("hears nothing of a day that comes nearer, or goes: both are refused", async () => {
    const database = await open();
    await setUp(database);
    const refused = { status: "refused", field: "closed" };
    expect(await closeOn(database, "2026-11-09", later)).toEqual({ ...refused, because: "earlier" });
    expect(await closeOn(database, "", later)).toEqual({ ...refused, because: "takenBack" });
    await run(database, quiet(later));
    expect(await letters(database)).toEqual([]);
  });
});
