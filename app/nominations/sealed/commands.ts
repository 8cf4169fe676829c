import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type PartAnswers, type SealedPart, sealAnswers } from "./answers.ts";
import { findSealed, openedOf, type SealedRow } from "./queries.ts";

type Kept = SealedPart & { eraseDays: number; answers: PartAnswers };

/** Keeps the answers of a part as they were typed, complete or not: nothing of them is ever stored in the open. */
export async function saveSealed(
  trx: Writer,
  { answers, eraseDays, ...part }: Kept,
  keys: AnswerKeys,
  { at }: Pick<By, "at">,
): Promise<void> {
  const kept = { ...sealAnswers(answers, part, keys), eraseDays, changedAt: at, erasedAt: null };
  await trx
    .insertInto("sealedAnswer")
    .values({ ...part, ...kept })
    .onConflict((conflict) => conflict.columns(["applicationId", "section"]).doUpdateSet(kept))
    .execute();
}

/** Parts that a form has no more, or that it asks openly now, are not kept. */
export async function keepSealedOnly(trx: Writer, applicationId: Id<"application">, sections: readonly string[]) {
  await trx
    .deleteFrom("sealedAnswer")
    .where("applicationId", "=", applicationId)
    .$if(sections.length > 0, (query) => query.where("section", "not in", sections))
    .execute();
}

type Read =
  | { status: "read"; answers: PartAnswers }
  | { status: "refused"; because: "nothing" | "erased" | "unreadable" };

/** Opens a part for somebody else than who has answered: it is on record before they see anything. */
export async function readSealed(
  trx: Writer,
  { nominationId, ...part }: SealedPart & { nominationId: Id<"nomination"> },
  keys: AnswerKeys,
  { accountId, at }: By & { accountId: Id<"account"> },
): Promise<Read> {
  const row = await findSealed(trx, part);
  if (!row) return { status: "refused", because: "nothing" };
  if (row.erasedAt !== null) return { status: "refused", because: "erased" };
  const answers = openedOf(row, keys);
  if (!answers) return { status: "refused", because: "unreadable" };
  await trx
    .insertInto("sealedReading")
    .values({ id: newId(), ...part, accountId, at })
    .execute();
  const details = { section: part.section };
  await audit(trx, at, { accountId, action: "application.sealedRead", subjectId: nominationId, details });
  return { status: "read", answers };
}

/** Seals these rows by the first of the keys, unless somebody has saved one meanwhile. */
export async function sealAnew(trx: Writer, rows: readonly SealedRow[], keys: AnswerKeys) {
  const done = { renewed: 0, lost: 0 };
  for (const row of rows) {
    const { applicationId, section, sealed } = row;
    const answers = openedOf(row, keys);
    if (!answers || !sealed) {
      done.lost += 1;
      continue;
    }
    const { numUpdatedRows } = await trx
      .updateTable("sealedAnswer")
      .set(sealAnswers(answers, { applicationId, section }, keys))
      .where("applicationId", "=", applicationId)
      .where("section", "=", section)
      .where("sealed", "=", sealed)
      .executeTakeFirst();
    done.renewed += Number(numUpdatedRows);
  }
  return done;
}
