import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { findFigures } from "#app/progress/figures/figures.ts";
import { rounds } from "#app/reactions.ts";
import { upToDate } from "#app/statistics/memory.ts";
import { storeFigures } from "#app/statistics/stored.commands.ts";
import { keepFigures, rebuildFigures } from "#app/statistics/stored.jobs.ts";
import { findStoredSeq, listStored } from "#app/statistics/stored.queries.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;
const all = { reach: everywhere, programmeId: null, period: null };

const enrolledIn = (counted: Awaited<ReturnType<typeof listStored>>) =>
  counted.map(({ code, origins }) => [code, origins.reduce((sum, { enrolled }) => sum + enrolled, 0)]);

async function withOneEnrolled(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1" });
  const person = await addPerson(database, { locale: "es", email: "one@demo.example" });
  await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at }));
  return workshopId;
}

const enrolAnother = async (database: Database, workshopId: Awaited<ReturnType<typeof withOneEnrolled>>) => {
  const person = await addPerson(database, { locale: "es", email: "another@demo.example" });
  await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at }));
};

describeDatabases("stored figures", (_open, fresh) => {
  test("are kept by the worker's rounds: everything the first time, and then what has changed", async () => {
    expect(rounds).toContain(keepFigures);
    const database = openDatabase(await fresh());
    const workshopId = await withOneEnrolled(database);
    expect(await findStoredSeq(database.read)).toBeNull();
    await keepFigures(await sealed(database));
    expect(enrolledIn(await listStored(database.read))).toEqual([["MJ-1", 1]]);
    await enrolAnother(database, workshopId);
    // until the next round they are those of before: whoever reads them counts what has changed since
    expect(enrolledIn(await listStored(database.read))).toEqual([["MJ-1", 1]]);
    expect((await findFigures(database.read, all)).origins[0]?.enrolled).toBe(2);
    await keepFigures(await sealed(database));
    expect(enrolledIn(await listStored(database.read))).toEqual([["MJ-1", 2]]);
    await database.close();
  });

  test("are counted to the end after more entries than one step takes", async () => {
    const database = openDatabase(await fresh());
    const workshopId = await withOneEnrolled(database);
    await keepFigures(await sealed(database));
    await enrolAnother(database, workshopId);
    await database.transact(async (trx) => {
      for (let entry = 0; entry < 450; entry++)
        await audit(trx, at, { accountId: null, action: "workshop.namesReminded", subjectId: workshopId });
    });
    await keepFigures(await sealed(database));
    const { seq } = await (await sealed(database)).read.selectFrom("auditHead").select("seq").executeTakeFirstOrThrow();
    expect(await findStoredSeq(database.read)).toBe(seq);
    expect(enrolledIn(await listStored(database.read))).toEqual([["MJ-1", 2]]);
    await database.close();
  });

  test("never give way to older ones: whoever counted while somebody else stored counts again", async () => {
    const database = openDatabase(await fresh());
    const workshopId = await withOneEnrolled(database);
    await keepFigures(await sealed(database));
    const seq = (await findStoredSeq(database.read)) ?? 0;
    const older = await listStored(database.read);
    await enrolAnother(database, workshopId);
    await keepFigures(await sealed(database));
    const store = (from: number) =>
      database.transact((trx) => storeFigures(trx, { from, to: seq + 1, gone: [workshopId], counted: older }));
    expect(await store(seq)).toBe(false);
    expect(enrolledIn(await listStored(database.read))).toEqual([["MJ-1", 2]]);
    // the control: without that look at where they stand, the older ones are stored
    expect(await store((await findStoredSeq(database.read)) ?? 0)).toBe(true);
    expect(enrolledIn(await listStored(database.read))).toEqual([["MJ-1", 1]]);
    await rebuildFigures(database);
    expect(enrolledIn(await listStored(database.read))).toEqual([["MJ-1", 2]]);
    await database.close();
  });

  test("are the same whoever counts: two at once, beside a command that counts everything anew", async () => {
    const url = await fresh();
    const [one, two] = [openDatabase(url), openDatabase(url)];
    const workshopId = await withOneEnrolled(one);
    await Promise.all([keepFigures(await sealed(one)), keepFigures(two), rebuildFigures(two)]);
    await enrolAnother(one, workshopId);
    await sealed(one);
    await Promise.all([keepFigures(one), rebuildFigures(two), keepFigures(two)]);
    expect(enrolledIn(await listStored(one.read))).toEqual([["MJ-1", 2]]);
    await one.close();
    await two.close();
  });

  test("are not counted anew because many have signed in", async () => {
    const database = openDatabase(await fresh());
    const workshopId = await withOneEnrolled(database);
    const { accountId } = await addPerson(database, { locale: "es", email: "visitor@demo.example" });
    await findFigures((await sealed(database)).read, all);
    const signIns = async () =>
      database.transact(async (trx) => {
        for (let entry = 0; entry < 60; entry++)
          await audit(trx, at, { accountId, action: "session.opened", subjectId: accountId });
      });
    const placeOf = async () => (await upToDate(database.read)).sealedSeq;
    const before = await placeOf();
    await signIns();
    await sealed(database);
    expect(await placeOf()).toBe(before + 60);
    await enrolAnother(database, workshopId);
    expect((await findFigures(database.read, all)).origins[0]?.enrolled).toBe(2);
    await database.close();
  });
});
