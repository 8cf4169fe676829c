import { clearEndedLimits } from "#app/limits/commands.ts";
import { clearEndedSessions } from "#app/sessions/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { nowAndThen } from "./now-and-then.ts";

const everyMs = 10 * 60_000;

/** Clears away, now and then, what has ended by itself. */
export const tidying = (database: Database): ((at: Instant) => Promise<void>) =>
  nowAndThen(everyMs, (at) =>
    database.transact(async (trx) => {
      await clearEndedLimits(trx, at);
      await clearEndedSessions(trx, { at });
    }),
  );
