import { clearEndedLimits } from "#app/limits/commands.ts";
import { clearEndedSessions, forgetEndedSessions } from "#app/sessions/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { clearKeptForms } from "#app/web/kept/kept-forms.commands.ts";
import { clearOldAnswers } from "#app/web/once/given-answers.commands.ts";
import type { Database } from "#db/database.ts";
import { nowAndThen } from "./now-and-then.ts";

const everyMs = 10 * 60_000;

/** Clears away, now and then, what has ended by itself. */
export const tidying = (database: Database): ((at: Instant) => Promise<void>) =>
  nowAndThen(everyMs, (at) =>
    database.transact(async (trx) => {
      await clearEndedLimits(trx, at);
      await clearEndedSessions(trx, { at });
      await forgetEndedSessions(trx, at);
      await clearKeptForms(trx, at);
      await clearOldAnswers(trx, at);
    }),
  );
