import type { Logger } from "#app/settings/log.ts";
import type { Settings } from "#app/settings/settings.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";

export type Payload = Record<string, string>;
export type Job = { id: string; payload: Payload; createdAt: Instant };
export type JobContext = { database: Database; settings: Settings; log: Logger; at: Instant };

/** May run more than once with the same job: what it does outside the database is told apart by the job's id. */
export type Handler = (job: Job, context: JobContext) => Promise<void>;

/** Another attempt cannot help. `reason` is a word for the log and the desk, without personal data: `EENVELOPE 550`, `NoAddress`. */
export class PermanentFailure extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = "PermanentFailure";
    this.reason = reason;
  }
}

/** What a job of this kind must carry; without it the job can never run. */
export function payloadValue({ payload }: Job, name: string): string {
  const value = payload[name];
  if (!value) throw new PermanentFailure("IncompletePayload");
  return value;
}
