import type { JobContext } from "#app/outbox/job.ts";
import { logger } from "#app/settings/log.ts";
import type { Settings } from "#app/settings/settings.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";

/** Where a job runs in tests: a real database, no mail server. */
export function jobContext(database: Database, at: Instant): JobContext {
  const settings = { appUrl: "https://puente.example", demo: true, smtpUrl: null } as Settings;
  return { database, settings, log: logger("test"), at };
}
