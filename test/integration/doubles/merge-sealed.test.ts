import { expect, test } from "vitest";
import { readSealed } from "#app/nominations/sealed/commands.ts";
import { findOwnData } from "#app/nominations/sealed/own-data.queries.ts";
import { findOpened } from "#app/nominations/sealed/queries.ts";
import { add, jose } from "#test/integration/desk/people-desk.ts";
import { sealedWorld, secrets } from "#test/integration/nominations/sealing.ts";
import { answerKeys } from "#test/support/answer-keys.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { everything, merge, undo } from "./merging.ts";

describeDatabases("two who are one, with sensitive answers", (open) => {
  const seeded = async () => {
    const database = await open();
    const world = await sealedWorld(database);
    const { accountId } = world.coordinator;
    const part = { applicationId: world.application.id, section: "needs", nominationId: world.nomination.id };
    const by = { accountId, at: "2026-11-20T13:00:00.000Z" } as const;
    expect((await database.transact((trx) => readSealed(trx, part, answerKeys, by))).status).toBe("read");
    const other = await add(database, jose);
    const own = (personId: string) => findOwnData(database.read, { personId, accountId: null } as never, answerKeys);
    return { database, ...world, other, own };
  };

  test("hand them and their readings to the one that stays; undone, all is as before", async () => {
    const { database, ana, application, other, own } = await seeded();
    const before = await everything(database);
    const answered = await own(ana.personId);
    expect(answered.sealedAnswers.map(({ section }) => section)).toEqual(["emergency", "needs"]);
    expect(JSON.stringify(answered.sealedAnswers)).toContain(secrets[0]);
    expect(await merge(database, [other, ana.personId])).toEqual({ status: "merged" });
    const merged = await own(other);
    expect(merged).toEqual(answered);
    expect(merged.sealedReadings).toHaveLength(1);
    expect((await own(ana.personId)).sealedAnswers).toEqual([]);
    // the row is bound to its application, which has only changed hands
    const { answers } = await findOpened(database.read, application.id, answerKeys);
    expect(answers).toMatchObject({ foodNote: secrets[0], access: secrets[1], contactName: secrets[2] });
    const after = await everything(database);
    expect([after.sealed_answer, after.sealed_reading]).toEqual([before.sealed_answer, before.sealed_reading]);
    for (const secret of secrets) expect(JSON.stringify(after)).not.toContain(secret);
    expect(await undo(database, other)).toEqual({ status: "undone", restoredId: ana.personId });
    expect(await everything(database)).toEqual(before);
    expect(await own(ana.personId)).toEqual(answered);
  });

  test("stay with the one whose record is kept", async () => {
    const { database, ana, other, own } = await seeded();
    const answered = await own(ana.personId);
    expect(await merge(database, [ana.personId, other])).toEqual({ status: "merged" });
    expect(await own(ana.personId)).toEqual(answered);
    expect((await own(other)).sealedAnswers).toEqual([]);
  });
});
