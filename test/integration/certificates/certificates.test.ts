import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { findCertificate, findDocument, listCertificatesOf } from "#app/certificates/queries.ts";
import { sha256 } from "#app/certificates/register.commands.ts";
import { certifiableTasks } from "#app/desk/certificates/certificate-tasks.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { programmeOf } from "#test/support/world.ts";
import { appUrl, completedWorkshop, runJobs } from "./completed-workshop.ts";

describeDatabases("certificates", (open) => {
  test("only the eligible get one, numbered, and a second attempt issues nothing", async () => {
    const database = await open();
    const { issue, named, unnamed, absent, personId } = await completedWorkshop(database);
    expect(await issue()).toEqual({ issued: [named], refused: [unnamed, absent] });
    expect(await issue()).toEqual({ issued: [], refused: [named, unnamed, absent] });
    const [certificate] = await listCertificatesOf(database.read, personId);
    expect(certificate?.number).toMatch(/^MJ-2026-09-0001-[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(certificate?.data.verifyUrl).toBe(`${appUrl}/v/${certificate?.number}`);
    expect(certificate?.data.issuedOn).toBe("2026-11-27");
    expect(certificate?.data.workshop.title).toEqual({
      es: "Valoración aduanera",
      ja: "関税評価",
      en: "Valoración aduanera",
    });
  });

  test("a post that a language lacks is told in another", async () => {
    const database = await open();
    const { issue, personId, workshopId } = await completedWorkshop(database);
    const programmeId = await programmeOf(database, workshopId);
    const signatory = { programmeId, position: 1 };
    await database.transact(async (trx) => {
      await trx
        .insertInto("programmeSignatory")
        .values({ ...signatory, name: "村上 和也" })
        .execute();
      await trx
        .insertInto("programmeSignatoryText")
        .values({ ...signatory, locale: "ja", post: "日本側代表" })
        .execute();
    });
    await issue();
    const [certificate] = await listCertificatesOf(database.read, personId);
    const post = { es: "日本側代表", ja: "日本側代表", en: "日本側代表" };
    expect(certificate?.data.signatories).toEqual([{ name: "村上 和也", post }]);
  });

  test("a name that the document cannot set keeps its holder waiting, whoever asks", async () => {
    const database = await open();
    const { issue, named, personId } = await completedWorkshop(database);
    const rename = (certificateName: string) =>
      database.transact((trx) =>
        trx.updateTable("person").set({ certificateName }).where("id", "=", personId).execute(),
      );
    await rename("김 髙橋");
    expect((await issue()).issued).toEqual([]);
    await rename("髙橋 遼");
    expect((await issue()).issued).toEqual([named]);
  });

  test("a title, venue or institution that no document can set keeps everybody waiting until corrected", async () => {
    const database = await open();
    const { issue, named } = await completedWorkshop(database);
    const texts = (text: { title?: string; venue?: string }) =>
      database.transact((trx) => trx.updateTable("workshopText").set(text).where("locale", "=", "es").execute());
    await texts({ title: "Aduanas 🚢" });
    expect(await issue()).toMatchObject({ issued: [], unprintable: ["🚢"] });
    await texts({ title: "Aduanas", venue: "세관" });
    expect(await issue()).toMatchObject({ issued: [], unprintable: ["세", "관"] });
    await texts({ venue: "Escuela" });
    expect((await issue()).issued).toEqual([named]);
    await runJobs(database);
    const made = await database.read.selectFrom("certificateDocument").select("certificateId").execute();
    expect(made).toHaveLength(1);
  });

  test("the desk counts who can have one and has none yet", async () => {
    const database = await open();
    const { issue, workshopId, absent } = await completedWorkshop(database);
    const reach = { ...nowhere, workshopIds: [workshopId] };
    const counted = async (since: LocalDate = "2000-01-01") =>
      (await certifiableTasks(database.read, reach, since)).map(({ count }) => count);
    await database.transact((trx) => trx.updateTable("enrolment").set({ state: "completed" }).execute());
    await database.transact((trx) =>
      trx.updateTable("enrolment").set({ state: "notCompleted" }).where("id", "=", absent).execute(),
    );
    expect(await counted()).toEqual([1]);
    expect(await counted("2199-01-01")).toEqual([]);
    expect(await certifiableTasks(database.read, { ...reach, workshopIds: [] }, "2000-01-01")).toEqual([]);
    await issue();
    expect(await counted()).toEqual([]);
  });

  test("two coordinators who issue at once give each person one certificate", async () => {
    const database = await open();
    const { issue, named, personId } = await completedWorkshop(database);
    const outcomes = await Promise.all([issue(), issue(), issue()]);
    expect(outcomes.flatMap(({ issued }) => issued)).toEqual([named]);
    expect(await listCertificatesOf(database.read, personId)).toHaveLength(1);
  });

  test("what was issued never changes: people, institutions and titles may be renamed", async () => {
    const database = await open();
    const { issue, personId, workshopId } = await completedWorkshop(database);
    await issue();
    await runJobs(database);
    const [before] = await listCertificatesOf(database.read, personId);
    const document = await findDocument(database.read, before!.number, { personId });
    expect(Buffer.from(document!.pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(createHash("sha256").update(document!.pdf).digest("hex")).toBe(document!.pdfSha256);

    await database.transact(async (trx) => {
      await trx.updateTable("person").set({ certificateName: "Otro Nombre", familyName: "Otro" }).execute();
      await trx.updateTable("workshopText").set({ title: "Otro título", venue: "Otra sede" }).execute();
      await trx.updateTable("workshop").set({ code: "OTRO-1" }).execute();
    });
    await runJobs(database);
    const after = await findDocument(database.read, before!.number, { personId });
    expect(after).toEqual(document);
    const row = await database.read.selectFrom("certificate").select(["data", "dataSha256"]).executeTakeFirstOrThrow();
    expect(sha256(row.data)).toBe(row.dataSha256);
    expect((JSON.parse(row.data) as CertificateData).holder.name).toBe("髙橋 遼");
    expect(await findDocument(database.read, before!.number, { workshopId })).toEqual(document);
  });

  test("its holder is told once the document is there, and nobody else can download it", async () => {
    const database = await open();
    const { issue, personId } = await completedWorkshop(database);
    await issue();
    await runJobs(database);
    const mail = await database.read
      .selectFrom("mail")
      .select(["kind", "personId"])
      .where("kind", "=", "certificate.ready")
      .execute();
    expect(mail).toEqual([{ kind: "certificate.ready", personId }]);
    const [certificate] = await listCertificatesOf(database.read, personId);
    expect(
      await findDocument(database.read, certificate!.number, { personId: id("person", "somebody else") }),
    ).toBeNull();
    expect(
      await findDocument(database.read, certificate!.number, { workshopId: id("workshop", "another") }),
    ).toBeNull();
  });

  test("a number that was never issued is not known", async () => {
    const database = await open();
    await completedWorkshop(database);
    expect(await findCertificate(database.read, "MJ-2026-09-0001-00000000000000000000000000")).toBeNull();
  });
});
