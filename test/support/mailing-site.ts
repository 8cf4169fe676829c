import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { reactions, rounds } from "#app/reactions.ts";
import { logger } from "#app/settings/log.ts";
import { readSettings } from "#app/settings/settings.ts";
import { type Instant, now, plusDays, plusMinutes } from "#app/time/instant.ts";
import { openDatabase } from "#db/database.ts";
import { startMailServer } from "#test/integration/mail/mail-server.ts";
import { runDueJobs } from "./due-jobs.ts";

const log = logger("test");
log.level = "silent";

export type MailingSite = Awaited<ReturnType<typeof startMailingSite>>;
export type Received = { text: string; link: string };

/**
 * A site of its own with the demo, which sends by a real mail server, and whose days pass as a test says: its clock is
 * moved, and what is due by then is done as the worker does it.
 */
export async function startMailingSite() {
  const mail = await startMailServer();
  const dataDir = mkdtempSync(join(tmpdir(), "puente-mailing-"));
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, DATA_DIR: dataDir, PORT: "0", NODE_ENV: "production" as const, SMTP_URL: mail.url };
  const clock = pathToFileURL(resolve("test/support/moved-clock.ts"));
  const server = spawn(process.execPath, [`--import=${clock}`, resolve("app/operations/serve.ts")], {
    env,
    // a log that nobody reads would hold it up
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  const settings = readSettings({ ...env, PORT: String(port) });
  const database = openDatabase(settings.databaseUrl, "jobs");
  // letters of what the demo tells of went out long ago
  await database.transact((trx) => trx.deleteFrom("outbox").execute());
  let days = 0;
  const at = (): Instant => plusDays(now(), days);

  /** What is due now, and what only a few minutes later. */
  async function work(): Promise<void> {
    for (const round of rounds) await round(database, at());
    for (const minutes of [0, 3]) {
      const run = { database, settings, log, reactions };
      while ((await runDueJobs({ ...run, at: plusMinutes(at(), minutes) })) > 0);
    }
  }
  return {
    database,
    baseURL: settings.appUrl,
    at,
    work,
    /** Some days pass at once. */
    async passDays(count: number): Promise<void> {
      days += count;
      await moveClock(server, days);
      await work();
    },
    /** The newest letter to an address with such a subject, which is taken out of the box. */
    letterTo(address: string, subject: string): Received {
      const isIt = ({ to, subject: own }: (typeof mail.inbox)[number]) =>
        own === subject && [to ?? []].flat().some(({ text }) => text === address);
      const place = mail.inbox.findLastIndex(isIt);
      const subjects = mail.inbox.map((one) => `${[one.to ?? []].flat()[0]?.text}: ${one.subject}`);
      expect(place, `“${subject}” to ${address} among\n${subjects.slice(-12).join("\n")}`).toBeGreaterThanOrEqual(0);
      const [letter] = mail.inbox.splice(place, 1);
      const text = letter?.text ?? "";
      return { text, link: /https?:\/\/\S+/.exec(text)?.[0] ?? "" };
    },
    async stop(): Promise<void> {
      await database.close();
      // as long as we can move its clock, it stays
      const exit = once(server, "exit");
      server.disconnect();
      if (server.exitCode === null) await exit;
      await mail.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function moveClock(server: ChildProcess, days: number): Promise<void> {
  const moved = once(server, "message");
  server.send({ clockShiftMs: days * 86_400_000 });
  await moved;
}
