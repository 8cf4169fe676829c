import { afterAll, afterEach, beforeAll } from "vitest";
import { emit } from "#app/outbox/commands.ts";
import type { EventName } from "#app/outbox/events.ts";
import { reactions } from "#app/reactions.ts";
import { logger } from "#app/settings/log.ts";
import type { Settings } from "#app/settings/settings.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";

export const at = "2026-11-20T15:00:00.000Z" as const;
const log = logger("test");
log.level = "silent";

/** A mail server for the tests of one file, and a worker that sends to it. */
export function mailing() {
  let running: MailServer;
  beforeAll(async () => {
    running = await startMailServer();
  });
  afterEach(() => {
    running.inbox.length = 0;
    for (const answers of Object.values(running.answers)) answers.length = 0;
  });
  afterAll(() => running.stop());
  const settings = (change: Partial<Settings>) =>
    ({ appUrl: "https://puente.example", demo: false, smtpUrl: running.url, ...change }) as Settings;
  return {
    server: () => running,
    run: (database: Database, minutes = 0, change: Partial<Settings> = {}) =>
      runDueJobs({ database, settings: settings(change), log, at: plusMinutes(at, minutes), reactions }),
  };
}

/** They carry a coordinator's act as well. */
type OnBehalf = `enrolment.${"added" | "removed" | "seated" | "unseated"}`;

export async function enrolled(
  database: Database,
  event: Exclude<Extract<EventName, `enrolment.${string}`>, OnBehalf> = "enrolment.confirmed",
  { locale = "ja" as "es" | "ja" | "en", email = "taro@customs.example.jp" as string | null } = {},
) {
  const { personId } = await addPerson(database, { locale, email });
  const workshopId = await addWorkshop(database, { code: "MJ-2026-04" });
  const enrolmentId = await addEnrolment(database, {
    workshopId,
    personId,
    state: event === "enrolment.reserve" ? "reserve" : "confirmed",
  });
  const [jobId] = await database.transact((trx) => emit(trx, at, event, { enrolmentId }, { workshopId, personId }));
  return { workshopId, personId, enrolmentId, jobId: jobId as Id<"outbox"> };
}

export const job = async (database: Database, id: Id<"outbox">) =>
  database.read.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
export const mail = async (database: Database, id: Id<"outbox">) =>
  database.read.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirst();
