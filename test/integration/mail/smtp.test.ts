import { expect, test } from "vitest";
import { emit } from "#app/outbox/commands.ts";
import { listFailedJobs } from "#app/outbox/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addEnrolment, addPerson } from "#test/support/world.ts";

import { at, enrolled, job, mail, mailing } from "./mailing.ts";

const { server, run } = mailing();

describeDatabases("mail", (open) => {
  test("reaches a Japanese official in Japanese, with both clocks and the calendar", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database);

    const [message] = server().inbox;
    expect(message?.subject).toBe("【Puente】参加確定のお知らせ（関税評価）");
    expect(message?.to).toMatchObject({ value: [{ address: "taro@customs.example.jp" }] });
    expect(message?.from?.value).toEqual([{ name: "Puente", address: "no-reply@puente.example" }]);
    expect(message?.messageId).toBe(`<${jobId}@puente.example>`);
    for (const part of [message?.text, String(message?.html)]) {
      expect(part).toContain("山田 太郎 様");
      expect(part).toContain("会場の時刻：09:00〜11:00（メキシコシティ UTC−6）");
      expect(part).toContain("東京の時刻：翌日00:00〜02:00（UTC+9）");
      expect(part).toContain("https://puente.example/ja/me");
    }
    const [calendar] = message?.attachments ?? [];
    expect(calendar).toMatchObject({ filename: "MJ-2026-04.ics", contentType: "text/calendar" });
    expect(calendar?.content.toString()).toContain("DTSTART:20261123T150000Z");
    expect(calendar?.content.toString().match(/BEGIN:VEVENT/g)).toHaveLength(5);
  });

  test("shows a Mexican official one clock, in Spanish", async () => {
    const database = await open();
    await enrolled(database, "enrolment.promoted", { locale: "es", email: "ana@aduanas.example.mx" });
    await run(database);
    const [message] = server().inbox;
    expect(message?.subject).toBe("Ya tiene un lugar confirmado: Valoración aduanera");
    expect(message?.text).toContain("Apreciable Ana López Ruiz:");
    expect(message?.text).toContain("09:00–11:00, hora de la sede (Ciudad de México, UTC−6)");
    expect(message?.text).not.toContain("Su hora");
    expect(message?.text).toContain("Hay 2 sesiones más");
  });

  test("tells a reserve their rank, without a calendar", async () => {
    const database = await open();
    const { workshopId } = await enrolled(database, "enrolment.reserve");
    const other = await addPerson(database, { locale: "en", email: "b@customs.example.jp" });
    const enrolmentId = await addEnrolment(database, {
      workshopId,
      personId: other.personId,
      state: "reserve",
      ticket: 2,
    });
    await database.transact((trx) => emit(trx, at, "enrolment.reserve", { enrolmentId }));
    await run(database);
    expect(server().inbox.map(({ text }) => /(?:順位：|list: )(\d+)/.exec(text ?? "")?.[1])).toEqual(["1", "2"]);
    expect(server().inbox.flatMap(({ attachments }) => attachments)).toEqual([]);
  });

  test("still tells what happened where the enrolment has moved on", async () => {
    const database = await open();
    const { enrolmentId } = await enrolled(database);
    await database.transact((trx) =>
      trx.updateTable("enrolment").set({ state: "withdrawn" }).where("id", "=", enrolmentId).execute(),
    );
    await database.transact((trx) => emit(trx, at, "enrolment.withdrawn", { enrolmentId }));
    await run(database);
    expect(server().inbox.map(({ subject }) => subject?.slice(8, 12))).toEqual(["参加確定", "辞退手続"]);
  });

  test("is kept as text, for its reader, and not as it looks", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database);
    expect(await mail(database, jobId)).toMatchObject({
      sentAt: expect.any(String),
      bodyText: expect.stringContaining("ご参加が確定しました"),
      bodyHtml: null,
      locale: "ja",
    });
    expect((await job(database, jobId)).doneAt).not.toBeNull();
  });

  test("is tried again after a temporary refusal", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    server().answers.recipient.push(451);
    server().answers.content.push(452);
    await run(database);
    expect(await job(database, jobId)).toMatchObject({ attempts: 1, doneAt: null, lastError: "EENVELOPE 451" });
    expect(await mail(database, jobId)).toMatchObject({ sentAt: null, bodyHtml: null });
    await run(database, 2);
    expect(await job(database, jobId)).toMatchObject({ attempts: 2, doneAt: null, lastError: "EMESSAGE 452" });
    await run(database, 8);
    expect(server().inbox.map(({ messageId }) => messageId)).toEqual([`<${jobId}@puente.example>`]);
    expect((await job(database, jobId)).doneAt).not.toBeNull();
  });

  test("is tried again where nobody answers", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database, 0, { smtpUrl: "smtp://127.0.0.1:9" });
    expect(await job(database, jobId)).toMatchObject({
      attempts: 1,
      failedAt: null,
      lastError: expect.stringMatching(/^E[A-Z]+$/),
    });
    await run(database, 2);
    expect(server().inbox).toHaveLength(1);
  });

  test.each([
    ["recipient", "EENVELOPE 550"],
    ["content", "EMESSAGE 550"],
  ] as const)("fails for good when the server refuses the %s, and the desk sees it", async (part, lastError) => {
    const database = await open();
    const { workshopId, jobId, personId } = await enrolled(database);
    server().answers[part].push(550);
    await run(database);
    expect(await listFailedJobs(database.read, workshopId)).toMatchObject([
      { id: jobId, personId, event: "enrolment.confirmed", lastError, attempts: 1 },
    ]);
    expect(await run(database, 10_000)).toBe(0);
  });

  test("without an address, or with one that is none, fails for good", async () => {
    const database = await open();
    const { jobId } = await enrolled(database, "enrolment.confirmed", { email: null });
    const { personId } = await addPerson(database, { locale: "en", email: "a@b.example\r\nBcc: c@evil.test" });
    const { workshopId } = await database.read
      .selectFrom("outbox")
      .select("workshopId")
      .where("id", "=", jobId)
      .executeTakeFirstOrThrow();
    const enrolmentId = await addEnrolment(database, {
      workshopId: workshopId as Id<"workshop">,
      personId,
      state: "confirmed",
      ticket: 2,
    });
    const [second] = await database.transact((trx) => emit(trx, at, "enrolment.confirmed", { enrolmentId }));
    await run(database);
    expect([await job(database, jobId), await job(database, second!)].map(({ lastError }) => lastError)).toEqual([
      "NoAddress",
      "BadAddress",
    ]);
    expect(server().inbox).toEqual([]);
  });

  test("a title cannot add a header", async () => {
    const database = await open();
    const { workshopId } = await enrolled(database);
    const title = "関税\r\nBcc: c@evil.test\u0000";
    await database.transact((trx) =>
      trx
        .updateTable("workshopText")
        .set({ title: title.replace("\u0000", "") })
        .where("workshopId", "=", workshopId)
        .execute(),
    );
    await run(database);
    expect(server().inbox[0]?.headers.has("bcc")).toBe(false);
    expect(server().inbox[0]?.subject).toContain("関税 Bcc: c@evil.test");
  });

  test("is delivered once by two workers at once", async () => {
    const database = await open();
    await enrolled(database);
    const { accountId } = await addPerson(database, { locale: "en", email: "x@customs.example.jp" });
    for (let count = 0; count < 9; count++)
      await database.transact((trx) => emit(trx, at, "account.invited", { accountId }));
    const counts = await Promise.all([run(database), run(database), run(database)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(new Set(server().inbox.map(({ messageId }) => messageId)).size).toBe(10);
    expect(server().inbox).toHaveLength(10);
  });

  test("comes again under the same Message-ID where the worker died before it knew", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    server().answers.content.push("hang up");
    await run(database);
    expect(await job(database, jobId)).toMatchObject({ doneAt: null, failedAt: null });
    await run(database, 2);
    expect(server().inbox.map(({ messageId }) => messageId)).toEqual([
      `<${jobId}@puente.example>`,
      `<${jobId}@puente.example>`,
    ]);
  });

  test("is written down as sent though the database is away at that moment, and so is not sent again", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    let failures = 0;
    const away = ["SQLITE_BUSY", "53300"].map((code) => Object.assign(new Error(code), { code }));
    const faltering: Database = {
      ...database,
      async transact(work) {
        if (server().inbox.length === 0 || failures++ > 0) return database.transact(work);
        throw away.find(database.dialect.isUnavailable);
      },
    };
    await run(faltering);
    await run(database, 5);
    expect(failures).toBeGreaterThan(1);
    expect(server().inbox).toHaveLength(1);
    expect(await mail(database, jobId)).toMatchObject({ sentAt: expect.any(String) });
    expect(await job(database, jobId)).toMatchObject({ attempts: 1, doneAt: expect.any(String) });
  });

  test("is not sent again where the worker died after it knew", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database);
    await database.transact((trx) => trx.updateTable("outbox").set({ doneAt: null }).where("id", "=", jobId).execute());
    await run(database, 5);
    expect(server().inbox).toHaveLength(1);
    expect((await job(database, jobId)).doneAt).not.toBeNull();
  });
});

describeDatabases("without a mail server", (open) => {
  test("a demo keeps the message readable", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database, 0, { smtpUrl: null, demo: true });
    expect(await mail(database, jobId)).toMatchObject({
      sentAt: null,
      bodyText: expect.stringContaining("翌日"),
      bodyHtml: expect.stringContaining("<html"),
    });
    expect((await job(database, jobId)).doneAt).not.toBeNull();
  });

  test("elsewhere the message waits for one", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database, 0, { smtpUrl: null });
    expect(await mail(database, jobId)).toMatchObject({ sentAt: null, bodyHtml: null });
    expect(await job(database, jobId)).toMatchObject({ doneAt: null, lastError: "NoMailServer" });
    await run(database, 2);
    expect(server().inbox).toHaveLength(1);
  });
});
