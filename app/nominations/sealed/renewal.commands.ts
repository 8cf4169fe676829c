import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Database } from "#db/database.ts";
import { currentKey, type Part, sealAnswers } from "./answers.ts";
import { listOtherwiseSealed, openedOf } from "./queries.ts";

/** Parts in one transaction. */
const most = 200;

/**
 * Seals by the first of the keys what another one has sealed. It may run beside a site that is in use: what has changed
 * meanwhile is left as it is, and was sealed by the first already.
 * @returns how many parts, and how many no key opens
 */
export async function renewSealed(database: Database, keys: AnswerKeys): Promise<{ renewed: number; lost: number }> {
  const current = currentKey(keys);
  if (!current) return { renewed: 0, lost: 0 };
  const done = { renewed: 0, lost: 0 };
  let after: Part | null = null;
  for (;;) {
    const rows = await listOtherwiseSealed(database.read, current, { after, most });
    const portion = await database.transact(async (trx) => {
      const counts = { renewed: 0, lost: 0 };
      for (const { applicationId, section, keyId, sealed } of rows) {
        const part = { applicationId, section };
        const answers = openedOf({ ...part, keyId, sealed }, keys);
        if (!answers || !sealed) counts.lost += 1;
        else {
          const { numUpdatedRows } = await trx
            .updateTable("sealedAnswer")
            .set(sealAnswers(answers, part, keys))
            .where("applicationId", "=", applicationId)
            .where("section", "=", section)
            .where("sealed", "=", sealed)
            .executeTakeFirst();
          counts.renewed += Number(numUpdatedRows);
        }
      }
      return counts;
    });
    done.renewed += portion.renewed;
    done.lost += portion.lost;
    after = rows.at(-1) ?? null;
    if (rows.length < most || !after) return done;
  }
}
