import { expect, test } from "vitest";
import { completeWorkshop } from "#app/attendance/commands.ts";
import { remindOfNames } from "#app/certificates/names/names.commands.ts";
import { confirmCertificateName } from "#app/people/commands.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases, type Open } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { at, completedWorkshop, runJobs } from "./completed-workshop.ts";

const code = "MJ-2026-09";

/** The workshop as it was before it ended: everybody has a seat, the second and the third have confirmed no name. */
async function running(open: Open) {
  const database = await open();
  const world = await completedWorkshop(database);
  await database.transact(async (trx) => {
    await trx.updateTable("workshop").set({ state: "running" }).execute();
    const nobody = { nameConfirmedAt: null, certificateName: null };
    await trx
      .updateTable("person")
      .set(nobody)
      .where("id", "=", world.people[2]?.personId ?? world.personId)
      .execute();
  });
  return { database, ...world };
}

const complete = (database: Database) =>
  database.transact(async (trx) => completeWorkshop(trx, await held(trx, { code }), { accountId: null, at }));

const letters = ({ read }: Database) =>
  read
    .selectFrom("mail")
    .select(["toAddress", "locale", "bodyText"])
    .where("kind", "=", "certificate.nameMissed")
    .orderBy("toAddress")
    .execute();

const asked = async (database: Database) =>
  (await letters(database)).map(({ toAddress, locale }) => `${toAddress} ${locale}`);

describeDatabases("asking for the name on a certificate", (open) => {
  test("a workshop that ends asks whoever has completed it, in their language, and nobody else", async () => {
    const { database } = await running(open);
    await complete(database);
    await runJobs(database);
    await runJobs(database);
    // the third was absent: a name would not help
    expect(await asked(database)).toEqual(["p1@demo.example ja"]);
    const [letter] = await letters(database);
    expect(letter?.bodyText, "leads to where the name is confirmed").toContain("/ja/me/profile#certificate\n");
  });

  test("somebody is asked once a day, whatever the workshop", async () => {
    const { database, workshopId } = await running(open);
    const remind = (when: Instant) =>
      database.transact((trx) => remindOfNames(trx, workshopId, { accountId: null, at: when }));
    expect(await remind(at)).toBe(2);
    expect(await remind(plusMinutes(at, 24 * 60 - 1))).toBe(0);
    expect(await remind(plusDays(at, 1))).toBe(2);
    // noted by a clock that was a year ahead
    await database.transact((trx) =>
      trx
        .updateTable("person")
        .set({ nameRemindedAt: plusDays(at, 365) })
        .execute(),
    );
    expect(await remind(plusDays(at, 2))).toBe(2);
    const audited = await (await sealed(database)).read
      .selectFrom("audit")
      .select("details")
      .where("action", "=", "workshop.namesReminded")
      .execute();
    expect(audited.map(({ details }) => details)).toEqual(Array.from({ length: 3 }, () => '{"people":2}'));
  });

  test("of several who ask at once, each person is asked by one", async () => {
    const { database, workshopId } = await running(open);
    const remind = () => database.transact((trx) => remindOfNames(trx, workshopId, { accountId: null, at }));
    const reminded = await Promise.all([remind(), remind(), remind(), remind()]);
    expect(reminded.reduce((sum, one) => sum + one, 0)).toBe(2);
  });

  test("whoever has confirmed it meanwhile, or cannot sign in, is left alone", async () => {
    const { database, workshopId, people } = await running(open);
    await database.transact((trx) => remindOfNames(trx, workshopId, { accountId: null, at }));
    const confirmed = { certificateName: "Haruka", certificateSecondName: "", isConfirmed: true } as const;
    await database.transact((trx) =>
      confirmCertificateName(trx, people[1]!.personId, { part: "certificate", ...confirmed }, { accountId: null, at }),
    );
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: at }).where("personId", "=", people[2]!.personId).execute(),
    );
    await runJobs(database);
    expect(await asked(database)).toEqual([]);
    const again = database.transact((trx) => remindOfNames(trx, workshopId, { accountId: null, at: plusDays(at, 2) }));
    expect(await again).toBe(0);
  });

  test("nobody is asked where no certificate waits any more", async () => {
    const { database, workshopId, people } = await running(open);
    const remind = (when: Instant) =>
      database.transact((trx) => remindOfNames(trx, workshopId, { accountId: null, at: when }));
    expect(await remind(at)).toBe(2);
    // before the letters go, the second withdraws; later the workshop is cancelled
    const withdraw = { state: "withdrawn" } as const;
    await database.transact((trx) =>
      trx.updateTable("enrolment").set(withdraw).where("personId", "=", people[1]!.personId).execute(),
    );
    await runJobs(database);
    expect(await asked(database)).toEqual(["p2@demo.example ja"]);
    await database.transact((trx) => trx.updateTable("workshop").set({ state: "cancelled" }).execute());
    expect(await remind(plusDays(at, 2))).toBe(0);
  });
});
