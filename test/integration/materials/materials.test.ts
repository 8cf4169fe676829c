import { PDF } from "@libpdf/core";
import { expect, test } from "vitest";
import * as workshopPage from "#app/catalogue/workshop.route.tsx";
import * as removal from "#app/desk/workshop/draft-removal.route.tsx";
import { clearFiles } from "#app/files/clearing.ts";
import * as newMaterial from "#app/materials/desk/material-new.route.tsx";
import * as list from "#app/materials/desk/materials.route.tsx";
import * as newVersion from "#app/materials/desk/version-new.route.tsx";
import { eraseEndedMaterials } from "#app/materials/jobs.ts";
import * as mine from "#app/materials/my-materials.route.tsx";
import { plusDays } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { longPdf, plainPdf } from "#test/support/plain-pdf.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { at, classes, setUp } from "./world.ts";

const everybody = ["public", "participants", "staff", "confidential"];
/** Who may have what: looked at line by line. */
const allowed: Record<string, string[]> = {
  stranger: ["public"],
  official: ["public"],
  participant: ["public", "participants", "confidential"],
  waiting: ["public"],
  withdrawn: ["public"],
  manager: ["public"],
  instructor: everybody,
  coordinator: everybody,
  otherCoordinator: ["public"],
  administrator: everybody,
};

const page = { media: "0 0 612 792" };
const rows = async ({ read }: Database) => ({
  files: (await read.selectFrom("file").select("id").execute()).length,
  materials: (await read.selectFrom("material").select("id").execute()).length,
});

describeDatabases("materials", (open) => {
  test("class × role: whoever may not have it finds nothing", { timeout: 120_000 }, async () => {
    const database = await open();
    const { numbers, get } = await setUp(database);
    for (const [who, own] of Object.entries(allowed))
      for (const whose of classes) {
        const { status, location } = await get(who, numbers[whose]);
        const refused = who === "stranger" ? 302 : 404;
        expect([who, whose, status]).toEqual([who, whose, own.includes(whose) ? 200 : refused]);
        if (status === 302) expect(location).toContain("/sign-in?next=");
      }
    expect((await get("official", 99)).status).toBe(404);
  });

  test("class × role: the workshop's page lists the same, and so does the participant's own", async () => {
    const database = await open();
    const { cookies } = await setUp(database);
    for (const [who, own] of Object.entries(allowed)) {
      const { data } = await knock(workshopPage.loader, { database, path: "/es/workshops/ZZ-1", cookie: cookies[who] });
      expect([who, data.materials.map(({ title }: { title: string }) => title)]).toEqual([who, own]);
    }
    const own = async (who: string) => {
      const { data } = await knock(mine.loader, { database, path: "/es/me/materials", cookie: cookies[who] });
      return data.workshops.flatMap((one: { groups: { materials: unknown[] }[] }) => one.groups).length;
    };
    expect([await own("participant"), await own("waiting"), await own("administrator")]).toEqual([1, 0, 0]);
  });

  test("of a draft only those who plan it have any, and all goes with it", async () => {
    const database = await open();
    const { numbers, get, cookies } = await setUp(database, "draft");
    expect((await get("official", numbers.public)).status).toBe(404);
    expect((await get("coordinator", numbers.public)).status).toBe(200);
    await database.transact((trx) => trx.deleteFrom("enrolment").execute());
    const path = "/es/desk/workshops/ZZ-1/removal";
    expect((await knock(removal.action, { database, path, form: {}, cookie: cookies.coordinator })).status).toBe(302);
    expect(await rows(database)).toEqual({ files: 4, materials: 0 });
    await clearFiles({ database, settings: { files: null } }, at);
    expect(await database.read.selectFrom("fileChunk").select("n").execute()).toEqual([]);
  });

  test("a part of a file is handed out as it is asked for, for keeping and not for showing", async () => {
    const database = await open();
    const { numbers, bytesOf } = await setUp(database);
    const path = `/es/workshops/ZZ-1/materials/${numbers.public}`;
    const whole = await bytesOf("official", path);
    expect(whole.bytes.equals(plainPdf([page, page]))).toBe(true);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="Gu_a.pdf"; filename*=UTF-8''Gu%C3%ADa.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "accept-ranges": "bytes",
      "cache-control": "no-store, no-transform",
    });
    const tag = whole.headers.get("etag") ?? "";
    const part = await bytesOf("official", path, { range: "bytes=10-19", "if-range": tag });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 10-19/${whole.bytes.length}`]);
    expect(part.bytes.equals(whole.bytes.subarray(10, 20))).toBe(true);
    expect((await bytesOf("official", path, { range: "bytes=10-19", "if-range": '"other"' })).status).toBe(200);
    expect((await bytesOf("official", path, { range: "bytes=99999-" })).status).toBe(416);
  });

  test("a confidential one carries a code that leads to its reader, in the record before it leaves", async () => {
    const database = await open();
    const { numbers, bytesOf, cookies } = await setUp(database);
    const path = `/es/workshops/ZZ-1/materials/${numbers.confidential}`;
    const { bytes } = await bytesOf("participant", path, { range: "bytes=0-9" });
    expect((await PDF.load(bytes)).getPages()).toHaveLength(2);
    const { read } = database;
    const copy = await read.selectFrom("materialCopy").select(["code", "accountId"]).executeTakeFirstOrThrow();
    await sealed(database);
    const entry = await read
      .selectFrom("audit")
      .select(["accountId", "details"])
      .where("action", "=", "material.copied")
      .executeTakeFirstOrThrow();
    expect(entry.accountId).toBe(copy.accountId);
    expect(JSON.parse(entry.details)).toMatchObject({ code: copy.code, version: 1 });
    const found = await knock(list.loader, {
      database,
      path: `/es/desk/workshops/ZZ-1/materials?copy=${copy.code.toUpperCase()}`,
      cookie: cookies.instructor,
    });
    expect(found.data.copy.found).toMatchObject({ code: copy.code, title: "confidential" });
    // nothing can be written: nothing leaves
    const down = { ...database, transact: () => Promise.reject(new Response(null, { status: 503 })) };
    expect(
      (
        await knock((await import("#app/materials/files/material-file.route.ts")).loader, {
          database: down,
          path,
          cookie: cookies.participant,
        })
      ).status,
    ).toBe(503);
  });

  test("a new version is shown, the earlier ones stay for staff", async () => {
    const database = await open();
    const { numbers, bytesOf, get, cookies } = await setUp(database);
    const n = numbers.participants;
    const desk = `/es/desk/workshops/ZZ-1/materials/${n}`;
    const upload = { name: "Nueva.pdf", bytes: longPdf(700_000) };
    const path = `${desk}/versions/new`;
    const send = (who: string) => knock(newVersion.action, { database, path, form: {}, upload, cookie: cookies[who] });
    expect([(await send("participant")).status, (await send("otherCoordinator")).status]).toEqual([403, 404]);
    expect((await send("instructor")).location).toBe(`${desk}?done=replaced`);
    expect((await bytesOf("participant", `/es/workshops/ZZ-1/materials/${n}`)).bytes.length).toBe(700_000);
    expect((await bytesOf("coordinator", `${desk}/versions/1`)).bytes.equals(plainPdf([page, page]))).toBe(true);
    expect((await get("participant", n)).status).toBe(200);
    await expect(bytesOf("participant", `${desk}/versions/1`)).rejects.toMatchObject({ status: 403 });
  });

  test("what cannot be confidential is refused when it comes, and leaves nothing", { timeout: 60_000 }, async () => {
    const database = await open();
    const { cookies } = await setUp(database);
    const before = await rows(database);
    const send = async (name: string, bytes: Uint8Array, more = {}) => {
      const form = { title: "Caso", language: "es", class: "confidential", key: `form-${"0".repeat(32)}`, ...more };
      const path = "/es/desk/workshops/ZZ-1/materials/new";
      const { status, data } = await knock(newMaterial.action, {
        ...{ database, path, form, upload: { name, bytes } },
        cookie: cookies.instructor,
      });
      return [status, data?.errors ?? null, data?.values?.title ?? null];
    };
    expect(await send("a.txt", Buffer.from("hola"))).toEqual([422, { file: "materials:form.notPdf" }, "Caso"]);
    expect(await send("a.pdf", longPdf(500))).toEqual([422, { file: "materials:form.unreadable" }, "Caso"]);
    // and no browser keeps the file
    const file = "common:form.fileAgain";
    expect((await send("a.pdf", plainPdf([page]), { title: " " }))[1]).toEqual({ title: "common:form.missing", file });
    expect((await send("a.pdf", plainPdf([page]), { sessionId: "none" }))[1]).toEqual({
      ...{ sessionId: "materials:form.sessionGone", file },
    });
    expect(await rows(database)).toEqual(before);
    // sent twice, it is added once
    expect((await send("a.pdf", plainPdf([page])))[0]).toBe(302);
    expect((await send("a.pdf", plainPdf([page])))[0]).toBe(302);
    expect(await rows(database)).toEqual({ files: before.files + 1, materials: before.materials + 1 });
  });

  test("what was removed can be brought back for thirty days; then its bytes go", async () => {
    const database = await open();
    const { numbers, get, cookies } = await setUp(database);
    const path = "/es/desk/workshops/ZZ-1/materials";
    const press = async (part: string, who = "coordinator") =>
      knock(list.action, { database, path, form: { part, number: `${numbers.public}` }, cookie: cookies[who] });
    expect((await press("removal", "instructor")).status).toBe(403);
    expect((await press("removal")).location).toContain("done=removed");
    expect((await get("official", numbers.public)).status).toBe(404);
    expect((await press("return")).location).toContain("done=returned");
    expect((await get("official", numbers.public)).status).toBe(200);
    await press("removal");
    const removedAt = new Date().toISOString() as typeof at;
    await eraseEndedMaterials(database, plusDays(removedAt, 29));
    expect((await press("return")).location).toContain("done=returned");
    await press("removal");
    await eraseEndedMaterials(database, plusDays(removedAt, 31));
    await clearFiles({ database, settings: { files: null } }, at);
    expect((await press("return")).location).toContain("refused=erased");
    expect((await database.read.selectFrom("fileChunk").select("n").execute()).length).toBe(3);
  });

  test("files end some years after their workshop, also where it was put off meanwhile", async () => {
    const database = await open();
    const { workshopId, numbers, get } = await setUp(database);
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ endsOn: "2027-06-30" }).where("id", "=", workshopId).execute(),
    );
    await eraseEndedMaterials(database, "2028-06-01T00:00:00.000Z");
    expect((await get("participant", numbers.confidential)).status).toBe(200);
    await eraseEndedMaterials(database, "2028-07-02T00:00:00.000Z");
    expect((await get("participant", numbers.confidential)).status).toBe(404);
    expect((await get("participant", numbers.participants)).status).toBe(200);
  });

  test("what belonged to a session that is removed belongs to the workshop", async () => {
    const database = await open();
    const { workshopId, numbers } = await setUp(database);
    const { read } = database;
    const session = await read
      .selectFrom("session")
      .select("id")
      .where("workshopId", "=", workshopId)
      .executeTakeFirstOrThrow();
    await database.transact(async (trx) => {
      await trx.updateTable("material").set({ sessionId: session.id }).where("number", "=", numbers.public).execute();
      await trx.deleteFrom("sessionText").where("sessionId", "=", session.id).execute();
      await trx.deleteFrom("session").where("id", "=", session.id).execute();
    });
    const left = await read.selectFrom("material").select("sessionId").execute();
    expect(left.map(({ sessionId }) => sessionId)).toEqual([null, null, null, null]);
  });
});
