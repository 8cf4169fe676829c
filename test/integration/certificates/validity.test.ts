import { expect, test } from "vitest";
import { findDocument, findSuccessor, listCertificatesOf, listIssued } from "#app/certificates/queries.ts";
import { draftReplacement } from "#app/certificates/validity/replacement-draft.ts";
import { replaceCertificate } from "#app/certificates/validity/validity.commands.ts";
import { certifiableTasks } from "#app/desk/certificates/certificate-tasks.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { held } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";
import { actions, by, type Change, certified, code, fonts, letters, rename, replace, revoke } from "./certified.ts";
import { appUrl, at, completedWorkshop, runJobs } from "./completed-workshop.ts";

describeDatabases("a certificate that is replaced", (open) => {
  test("gives way to a new one with what is true now; its own bytes and words stay as they are", async () => {
    const { database, certificate, personId } = await certified(open);
    const document = await findDocument(database.read, certificate.number, { personId });
    await rename(database, "髙橋 遼太郎", personId);
    expect(await replace(database, certificate.number)).toMatchObject({ status: "replaced" });
    await runJobs(database);

    const [fresh, former] = (await listCertificatesOf(database.read, personId)).toSorted(
      (one, other) => Number(one.status !== "valid") - Number(other.status !== "valid"),
    );
    expect(fresh).toMatchObject({
      status: "valid",
      replacesId: certificate.id,
      data: { holder: { name: "髙橋 遼太郎" } },
    });
    expect(fresh?.number).toMatch(/^MJ-2026-09-0002-[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(former).toMatchObject({
      ...{ number: certificate.number, status: "replaced", statusAt: at, data: certificate.data },
      ...{ reasonClass: "nameCorrected", statusReason: "Faltaba un apellido." },
    });
    expect(await findSuccessor(database.read, certificate.id)).toBe(fresh?.number);
    expect(await findDocument(database.read, certificate.number, { personId })).toEqual(document);
    expect(await findDocument(database.read, fresh?.number ?? "", { personId })).not.toBeNull();
    expect(await letters(database)).toEqual(["certificate.ready", "certificate.replaced"]);
    expect(await actions(database)).toEqual([...["certificate.issued", "certificate.issued", "certificate.replaced"]]);
  });

  test("may be the second, and the third, of a chain", async () => {
    const { database, certificate, personId, workshopId } = await certified(open);
    let { number } = certificate;
    for (const name of ["Uno", "Dos", "Tres"]) {
      await rename(database, name, personId);
      expect(await replace(database, number)).toMatchObject({ status: "replaced" });
      number =
        (await listCertificatesOf(database.read, personId)).find(({ status }) => status === "valid")?.number ?? "";
    }
    const chain = await listIssued(database.read, workshopId);
    expect(chain.map(({ status }) => status).sort()).toEqual(["replaced", "replaced", "replaced", "valid"]);
    expect(chain.filter(({ replacesId }) => replacesId !== null)).toHaveLength(3);
    await runJobs(database);
    // of those in between nobody is told: they were over before their documents were there
    expect(await letters(database)).toEqual(["certificate.ready", "certificate.replaced"]);
  });

  test("keeps the names that institutions bore when it was first issued", async () => {
    const { database, certificate, personId, workshopId } = await certified(open);
    const { id: institutionId } = await database.read.selectFrom("institution").select("id").executeTakeFirstOrThrow();
    await database.transact(async (trx) => {
      await trx.updateTable("person").set({ institutionId }).where("id", "=", personId).execute();
      const named = { institutionId, locale: "es", acronym: "SAT" } as const;
      await trx
        .insertInto("institutionName")
        .values([
          { ...named, validFrom: "2010-01-01", name: "Aduanas de entonces" },
          { ...named, validFrom: "2027-01-01", name: "Aduanas de después" },
        ])
        .execute();
    });
    const later = { accountId: null, at: "2028-05-05T15:00:00.000Z" } as const;
    const replacing = (number: string) =>
      database.transact(async (trx) => {
        const workshop = await held(trx, { code });
        const words = { reasonClass: "other", reason: "x" } as const;
        return replaceCertificate(trx, { workshop, number, ...words, appUrl, fonts, wording: null }, later);
      });
    await replacing(certificate.number);
    const second = (await listIssued(database.read, workshopId)).find(({ status }) => status === "valid");
    expect(second?.data).toMatchObject({ issuedOn: "2028-05-05", institution: { es: "Aduanas de entonces" } });
    await replacing(second?.number ?? "");
    const third = (await listIssued(database.read, workshopId)).find(({ status }) => status === "valid");
    expect(third?.data.institution.es).toBe("Aduanas de entonces");
  });

  test("is refused where it is not valid, known, deserved or as it was seen, and where nothing differs", async () => {
    const { database, certificate, personId, named, workshopId } = await certified(open);
    const { number } = certificate;
    const because = async (change: Change = {}) => {
      const outcome = await replace(database, number, change);
      return outcome.status === "refused" ? outcome.because : outcome.status;
    };
    expect(await because({ number: "MJ-2026-09-0001-00000000000000000000000000" })).toBe("notFound");
    expect(await because()).toBe("nothingDiffers");
    await rename(database, "髙橋 遼太郎", personId);
    expect(await because({ wording: "what was there before" })).toBe("changedMeanwhile");
    await rename(database, "김 髙橋", personId);
    expect(await because()).toBe("unprintable");
    await rename(database, "髙橋 遼太郎", personId);
    const mark = (status: "absent" | "present") =>
      database.transact((trx) => trx.updateTable("mark").set({ status }).where("enrolmentId", "=", named).execute());
    await mark("absent");
    expect(await because()).toBe("notEarned");
    await mark("present");
    const [workshop] = [await database.transact((trx) => held(trx, { code }))];
    const draft = await draftReplacement(database.read, { workshop, number }, { fonts, at });
    expect(draft?.differences).toEqual(["name"]);
    expect(await because({ wording: draft?.wording ?? "" })).toBe("replaced");
    expect(await because()).toBe("notValid");
    expect(await listIssued(database.read, workshopId)).toHaveLength(2);
  });
});

describeDatabases("a certificate that is revoked", (open) => {
  test("stays as it is but for its status, and its holder is told once", async () => {
    const { database, certificate, personId } = await certified(open);
    const document = await findDocument(database.read, certificate.number, { personId });
    expect(await revoke(database, certificate.number)).toEqual({ status: "revoked" });
    expect(await revoke(database, certificate.number)).toEqual({ status: "refused", because: "notValid" });
    expect(await replace(database, certificate.number)).toEqual({ status: "refused", because: "notValid" });
    await runJobs(database);
    await runJobs(database);
    expect(await letters(database)).toEqual(["certificate.ready", "certificate.revoked"]);
    expect(await actions(database)).toEqual(["certificate.issued", "certificate.revoked"]);
    const [former] = await listCertificatesOf(database.read, personId);
    expect(former).toMatchObject({ status: "revoked", reasonClass: "issuedByMistake", data: certificate.data });
    expect(await findDocument(database.read, certificate.number, { personId })).toEqual(document);
  });

  test("leaves room for another, which nobody is asked for", async () => {
    const { database, certificate, personId, workshopId, named, issue } = await certified(open);
    await database.transact((trx) =>
      trx.updateTable("enrolment").set({ state: "completed" }).where("id", "=", named).execute(),
    );
    await revoke(database, certificate.number);
    expect(await certifiableTasks(database.read, { ...nowhere, workshopIds: [workshopId] }, "2000-01-01")).toEqual([]);
    expect((await issue()).issued).toEqual([named]);
    const numbers = (await listCertificatesOf(database.read, personId)).map(({ number, status }) => [
      number.slice(0, 15),
      status,
    ]);
    expect(numbers.sort()).toEqual([
      ["MJ-2026-09-0001", "revoked"],
      ["MJ-2026-09-0002", "valid"],
    ]);
  });

  test("before its document is there, is told of as revoked and not as ready", async () => {
    const database = await open();
    const { issue, personId } = await completedWorkshop(database);
    await issue();
    const [certificate] = await listCertificatesOf(database.read, personId);
    await revoke(database, certificate?.number ?? "");
    await runJobs(database);
    expect(await letters(database)).toEqual(["certificate.revoked"]);
  });

  test("is nobody else's: the number of another workshop is not found", async () => {
    const { database, certificate } = await certified(open);
    await addWorkshop(database, { code: "MJ-2026-08" });
    const { number } = certificate;
    expect(await revoke(database, number, "MJ-2026-08")).toEqual({ status: "refused", because: "notFound" });
    const outcome = await database.transact(async (trx) => {
      const workshop = await held(trx, { code: "MJ-2026-08" });
      const words = { reasonClass: "other", reason: "x" } as const;
      return replaceCertificate(trx, { workshop, number, ...words, appUrl, fonts, wording: null }, by);
    });
    expect(outcome).toEqual({ status: "refused", because: "notFound" });
  });
});
