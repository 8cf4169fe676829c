import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { tellConfirmed, tellPromoted, tellReserve, tellWithdrawn } from "#app/enrolment/mail.jobs.ts";
import { logger } from "#app/operations/log.ts";
import type { Settings } from "#app/operations/settings.ts";
import { enqueue } from "#app/outbox/commands.ts";
import type { JobKind } from "#app/outbox/kinds.ts";
import { listFailedJobs } from "#app/outbox/queries.ts";
import { runDueJobs } from "#app/outbox/run.ts";
import { sendInvitation, sendPasswordLink } from "#app/people/jobs.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";

const at = "2026-11-20T15:00:00.000Z";
const log = logger("test");
log.level = "silent";
const handlers = {
  "enrolment.confirmed": tellConfirmed,
  "enrolment.reserve": tellReserve,
  "enrolment.promoted": tellPromoted,
  "enrolment.withdrawn": tellWithdrawn,
  "account.password": sendPasswordLink,
  "account.invitation": sendInvitation,
};

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterEach(() => {
  server.inbox.length = 0;
  server.answers.recipient.length = 0;
  server.answers.content.length = 0;
});
afterAll(() => server.stop());

const settings = (change: Partial<Settings> = {}) =>
  ({ appUrl: "https://puente.example", demo: false, smtpUrl: server.url, ...change }) as Settings;

const run = (database: Database, minutes = 0, change: Partial<Settings> = {}) =>
  runDueJobs({ database, settings: settings(change), log, at: plusMinutes(at, minutes), handlers });

async function enrolled(
  database: Database,
  kind: JobKind = "enrolment.confirmed",
  { locale = "ja" as "es" | "ja" | "en", email = "taro@customs.example.jp" as string | null } = {},
) {
  const { personId } = await addPerson(database, { locale, email });
  const workshopId = await addWorkshop(database, { code: "MJ-2026-04" });
  const enrolmentId = await addEnrolment(database, { workshopId, personId, state: kind === "enrolment.reserve" ? "reserve" : "confirmed" });
  const jobId = await database.transact((trx) => enqueue(trx, at, kind, { enrolmentId }, { workshopId, personId }));
  return { workshopId, personId, enrolmentId, jobId };
}

const job = async (database: Database, id: string) =>
  database.read.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const mail = async (database: Database, id: string) => database.read.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirst();

describeDatabases("mail", (open) => {
  test("reaches a Japanese official in Japanese, with both clocks and the calendar", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database);

    const [message] = server.inbox;
    expect(message?.subject).toBe("【Puente】参加確定のお知らせ（関税評価）");
    expect(message?.to).toMatchObject({ value: [{ address: "taro@customs.example.jp" }] });
    expect(message?.from?.value).toEqual([{ name: "Puente", address: "no-reply@puente.example" }]);
    expect(message?.messageId).toBe(`<${jobId}@puente.example>`);
    for (const part of [message?.text, String(message?.html)]) {
      expect(part).toContain("山田 太郎 様");
      expect(part).toContain("会場の時刻：09:00〜11:00（メキシコシティ UTC−6）");
      expect(part).toContain("現在地の時刻：翌日00:00〜02:00（東京 UTC+9）");
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
    const [message] = server.inbox;
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
    const enrolmentId = await addEnrolment(database, { workshopId, personId: other.personId, state: "reserve", ticket: 2 });
    await database.transact((trx) => enqueue(trx, at, "enrolment.reserve", { enrolmentId }));
    await run(database);
    expect(server.inbox.map(({ text }) => /(?:順番：|list: )(\d+)/.exec(text ?? "")?.[1])).toEqual(["1", "2"]);
    expect(server.inbox.flatMap(({ attachments }) => attachments)).toEqual([]);
  });

  test("still tells what happened where the enrolment has moved on", async () => {
    const database = await open();
    const { enrolmentId } = await enrolled(database);
    await database.transact((trx) => trx.updateTable("enrolment").set({ state: "withdrawn" }).where("id", "=", enrolmentId).execute());
    await database.transact((trx) => enqueue(trx, at, "enrolment.withdrawn", { enrolmentId }));
    await run(database);
    expect(server.inbox.map(({ subject }) => subject?.slice(8, 12))).toEqual(["参加確定", "辞退手続"]);
  });

  test("is not kept once it has been sent", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database);
    expect(await mail(database, jobId)).toMatchObject({ sentAt: expect.any(String), bodyText: null, bodyHtml: null, locale: "ja" });
    expect((await job(database, jobId)).doneAt).not.toBeNull();
  });

  test("is tried again after a temporary refusal", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    server.answers.recipient.push(451);
    server.answers.content.push(452);
    await run(database);
    expect(await job(database, jobId)).toMatchObject({ attempts: 1, doneAt: null, lastError: "EENVELOPE 451" });
    expect(await mail(database, jobId)).toMatchObject({ sentAt: null, bodyText: null });
    await run(database, 2);
    expect(await job(database, jobId)).toMatchObject({ attempts: 2, doneAt: null, lastError: "EMESSAGE 452" });
    await run(database, 8);
    expect(server.inbox.map(({ messageId }) => messageId)).toEqual([`<${jobId}@puente.example>`]);
    expect((await job(database, jobId)).doneAt).not.toBeNull();
  });

  test("is tried again where nobody answers", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database, 0, { smtpUrl: "smtp://127.0.0.1:9" });
    expect(await job(database, jobId)).toMatchObject({ attempts: 1, failedAt: null, lastError: expect.stringMatching(/^E[A-Z]+$/) });
    await run(database, 2);
    expect(server.inbox).toHaveLength(1);
  });

  test.each([
    ["recipient", "EENVELOPE 550"],
    ["content", "EMESSAGE 550"],
  ] as const)("fails for good when the server refuses the %s, and the desk sees it", async (part, lastError) => {
    const database = await open();
    const { workshopId, jobId, personId } = await enrolled(database);
    server.answers[part].push(550);
    await run(database);
    expect(await listFailedJobs(database.read, { workshopId })).toMatchObject([
      { id: jobId, personId, kind: "enrolment.confirmed", lastError, attempts: 1 },
    ]);
    expect(await run(database, 10_000)).toBe(0);
  });

  test("without an address, or with one that is none, fails for good", async () => {
    const database = await open();
    const { jobId } = await enrolled(database, "enrolment.confirmed", { email: null });
    const { personId } = await addPerson(database, { locale: "en", email: "a@b.example\r\nBcc: c@evil.test" });
    const { workshopId } = await database.read.selectFrom("outbox").select("workshopId").where("id", "=", jobId).executeTakeFirstOrThrow();
    const enrolmentId = await addEnrolment(database, { workshopId: workshopId as string, personId, state: "confirmed", ticket: 2 });
    const second = await database.transact((trx) => enqueue(trx, at, "enrolment.confirmed", { enrolmentId }));
    await run(database);
    expect([await job(database, jobId), await job(database, second)].map(({ lastError }) => lastError)).toEqual([
      "NoAddress",
      "BadAddress",
    ]);
    expect(server.inbox).toEqual([]);
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
    expect(server.inbox[0]?.headers.has("bcc")).toBe(false);
    expect(server.inbox[0]?.subject).toContain("関税 Bcc: c@evil.test");
  });

  test("is delivered once by two workers at once", async () => {
    const database = await open();
    await enrolled(database);
    const { accountId } = await addPerson(database, { locale: "en", email: "x@customs.example.jp" });
    for (let count = 0; count < 9; count++) await database.transact((trx) => enqueue(trx, at, "account.invitation", { accountId }));
    const counts = await Promise.all([run(database), run(database), run(database)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(new Set(server.inbox.map(({ messageId }) => messageId)).size).toBe(10);
    expect(server.inbox).toHaveLength(10);
  });

  test("comes again under the same Message-ID where the worker died before it knew", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    server.answers.content.push("hang up");
    await run(database);
    expect(await job(database, jobId)).toMatchObject({ doneAt: null, failedAt: null });
    await run(database, 2);
    expect(server.inbox.map(({ messageId }) => messageId)).toEqual([`<${jobId}@puente.example>`, `<${jobId}@puente.example>`]);
  });

  test("is not sent again where the worker died after it knew", async () => {
    const database = await open();
    const { jobId } = await enrolled(database);
    await run(database);
    await database.transact((trx) => trx.updateTable("outbox").set({ doneAt: null }).where("id", "=", jobId).execute());
    await run(database, 5);
    expect(server.inbox).toHaveLength(1);
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
    expect(await mail(database, jobId)).toMatchObject({ sentAt: null, bodyText: null });
    expect(await job(database, jobId)).toMatchObject({ doneAt: null, lastError: "NoMailServer" });
    await run(database, 2);
    expect(server.inbox).toHaveLength(1);
  });
});

describeDatabases("a link for a password", (open) => {
  const links = () => server.inbox.map(({ text }) => /https:\/\/puente\.example\/en\/password\/([\w-]{43})\n/.exec(text ?? "")?.[1]);

  test("is made when it is sent, and stands nowhere else", async () => {
    const database = await open();
    const { accountId } = await addPerson(database, { locale: "en", email: "taro@customs.example.jp" });
    const jobId = await database.transact((trx) => enqueue(trx, at, "account.password", { accountId }));
    await run(database);
    const [token] = links();
    expect(token).toBeTruthy();
    expect(server.inbox[0]?.text).toContain("valid for 60 minutes");
    const kept = [
      await mail(database, jobId),
      await job(database, jobId),
      ...(await database.read.selectFrom("oneTimeLink").selectAll().execute()),
    ];
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(kept[2]).toMatchObject({ purpose: "password", expiresAt: plusMinutes(at, 60), usedAt: null });
  });

  test("another attempt is another message, since the former link has ended", async () => {
    const database = await open();
    const { accountId } = await addPerson(database, { locale: "en", email: "taro@customs.example.jp" });
    await database.transact((trx) => enqueue(trx, at, "account.invitation", { accountId }));
    server.answers.content.push("hang up");
    await run(database);
    await run(database, 2);
    expect(new Set(links()).size).toBe(2);
    expect(new Set(server.inbox.map(({ messageId }) => messageId)).size).toBe(2);
    const open_ = await database.read.selectFrom("oneTimeLink").select("tokenHash").where("usedAt", "is", null).execute();
    expect(open_).toHaveLength(1);
  });

  test("is not made for a closed account", async () => {
    const database = await open();
    const { accountId } = await addPerson(database, { locale: "en", email: "taro@customs.example.jp" });
    await database.transact((trx) => trx.updateTable("account").set({ disabledAt: at }).where("id", "=", accountId).execute());
    const jobId = await database.transact((trx) => enqueue(trx, at, "account.password", { accountId }));
    await run(database);
    expect(await job(database, jobId)).toMatchObject({ lastError: "AccountDisabled" });
    expect(await database.read.selectFrom("oneTimeLink").selectAll().execute()).toEqual([]);
  });
});
