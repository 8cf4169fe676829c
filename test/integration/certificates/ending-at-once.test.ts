import { expect, test } from "vitest";
import { issueCertificates } from "#app/certificates/commands.ts";
import { listCertificatesOf, listIssued } from "#app/certificates/queries.ts";
import { holdRegister } from "#app/certificates/register.commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Writer } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { by, certified, fonts, letters, rename, replace, revoke } from "./certified.ts";
import { appUrl, at, runJobs } from "./completed-workshop.ts";

describeDatabases("several who end one certificate at once", (open) => {
  test("end it once: one new certificate at most, and one letter", async () => {
    const { database, certificate, personId, workshopId } = await certified(open);
    await rename(database, "髙橋 遼太郎", personId);
    const { number } = certificate;
    const outcomes = await Promise.all([
      ...[replace(database, number), revoke(database, number)],
      ...[replace(database, number), revoke(database, number)],
    ]);
    expect(outcomes.filter(({ status }) => status !== "refused")).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "refused")).toHaveLength(3);
    await runJobs(database);
    expect((await letters(database)).filter((kind) => kind !== "certificate.ready")).toHaveLength(1);
    const valid = (await listIssued(database.read, workshopId)).filter(({ status }) => status === "valid");
    expect(valid.length).toBeLessThanOrEqual(1);
  });

  test("beside whoever issues: the numbers stay apart", async () => {
    const { database, certificate, personId, workshopId, unnamed, people } = await certified(open);
    await rename(database, "髙橋 遼太郎", personId);
    const confirmed = { certificateName: "Ana López", nameConfirmedAt: at };
    await database.transact((trx) =>
      trx.updateTable("person").set(confirmed).where("id", "=", people[1]!.personId).execute(),
    );
    const issuing = database.transact((trx) =>
      issueCertificates(trx, { workshopId, enrolmentIds: [unnamed], appUrl, fonts }, by),
    );
    const [replaced, issued] = await Promise.all([replace(database, certificate.number), issuing]);
    expect([replaced.status, issued.issued]).toEqual(["replaced", [unnamed]]);
    const sequences = (await listIssued(database.read, workshopId)).map(({ number }) => number.slice(11, 15));
    expect(sequences.sort()).toEqual(["0001", "0002", "0003"]);
  });

  test("would tell the holder twice without the condition: the test can fail", async () => {
    const { database, certificate, workshopId, personId } = await certified(open);
    const isValid = async () => (await listCertificatesOf(database.read, personId))[0]?.status === "valid";
    const endCarelessly = (trx: Writer) =>
      trx.updateTable("certificate").set({ status: "revoked" }).where("id", "=", certificate.id).execute();
    const seen = [await isValid(), await isValid()];
    for (const _ of seen.filter(Boolean))
      await database.transact(async (trx) => {
        await endCarelessly(trx);
        await emit(trx, at, "certificate.revoked", { certificateId: certificate.id }, { workshopId, personId });
      });
    await runJobs(database);
    expect(await letters(database)).toEqual(["certificate.ready", "certificate.revoked", "certificate.revoked"]);
  });
});

describeDatabases("the database itself", (open) => {
  test("lets nothing be replaced twice", async () => {
    const { database, certificate, personId, workshopId, named } = await certified(open);
    await rename(database, "Otro", personId);
    await replace(database, certificate.number);
    const twice = database.transact(async (trx) => {
      await holdRegister(trx, workshopId);
      await trx.updateTable("certificate").set({ status: "revoked" }).where("enrolmentId", "=", named).execute();
      const row = await trx
        .selectFrom("certificate")
        .selectAll()
        .where("replacesId", "=", certificate.id)
        .executeTakeFirstOrThrow();
      await trx
        .insertInto("certificate")
        .values({ ...row, id: "another" as never, number: "MJ-2026-09-0009-X" })
        .execute();
    });
    await expect(twice).rejects.toThrow(/unique/i);
  });
});
