import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Database } from "#db/database.ts";
import { currentKey, type SealedPart } from "./answers.ts";
import { sealAnew } from "./commands.ts";
import { listOtherwiseSealed } from "./queries.ts";

/** Parts in one transaction. */
const most = 200;

/**
 * Seals by the first of the keys what another one has sealed. It may run beside a site that is in use: what has changed
 * meanwhile is left as it is, and was sealed by the first already.
 * @returns how many parts, and how many no key opens
 */
export async function renewSealed(database: Database, keys: AnswerKeys): Promise<{ renewed: number; lost: number }> {
  const done = { renewed: 0, lost: 0 };
  const current = currentKey(keys);
  let after: SealedPart | null = null;
  while (current) {
    const rows = await listOtherwiseSealed(database.read, current, { after, most });
    const portion = await database.transact((trx) => sealAnew(trx, rows, keys));
    done.renewed += portion.renewed;
    done.lost += portion.lost;
    after = rows.at(-1) ?? null;
    if (rows.length < most) break;
  }
  return done;
}
