import { setTimeout as wait } from "node:timers/promises";
import { clearEndedLimits } from "#app/limits/commands.ts";
import { clearOldBodies } from "#app/mail/commands.ts";
import { clearDoneJobs } from "#app/outbox/commands.ts";
import { clearEndedWork } from "#app/outbox/works/commands.ts";
import { clearEndedSessions, clearFormerTokens } from "#app/sessions/commands.ts";
import { clearEndedLinks } from "#app/sign-in/links/one-time-links.commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { clearKeptForms } from "#app/web/kept/kept-forms.commands.ts";
import { clearOldAnswers } from "#app/web/once/given-answers.commands.ts";
import type { Database, Writer } from "#db/database.ts";
import { nowAndThen } from "./now-and-then.ts";

const everyMs = 10 * 60_000;
/** Rows in one transaction: whoever wants to write waits for no more. */
const portion = 1_000;
/** Between two portions, so that other processes get a turn. */
const pauseMs = 20;

/** Ends at most so many rows of a kind. @returns how many */
type Clear = (trx: Writer, at: Instant, most: number) => Promise<number>;

/** What ends by itself; `db/README.md` says of each table when, or why not. */
const clearing: Clear[] = [
  clearEndedLimits,
  (trx, at, most) => clearEndedSessions(trx, { at, most }),
  clearFormerTokens,
  clearEndedLinks,
  clearKeptForms,
  clearOldAnswers,
  clearDoneJobs,
  clearEndedWork,
  clearOldBodies,
];

/**
 * Clears away, now and then, what has ended by itself: in the worker, never in a request.
 * @param most rows in one transaction
 */
export const tidying = (database: Database, most = portion): ((at: Instant) => Promise<void>) =>
  nowAndThen(everyMs, async (at) => {
    for (const clear of clearing) await clearAll(database, (trx) => clear(trx, at, most), most);
  });

async function clearAll(database: Database, clear: (trx: Writer) => Promise<number>, most: number): Promise<void> {
  while ((await database.transact(clear)) === most) await wait(pauseMs);
}
