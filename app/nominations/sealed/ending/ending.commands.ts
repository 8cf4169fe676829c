import { audit } from "#app/audit/commands.ts";
import type { SealedPart } from "#app/nominations/sealed/answers.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** These parts of applications for a workshop keep nothing from now on but the day on which they were erased. */
export async function eraseSealed(trx: Writer, workshopId: Id<"workshop">, parts: readonly SealedPart[], at: Instant) {
  let count = 0;
  for (const { applicationId, section } of parts) {
    const { numUpdatedRows } = await trx
      .updateTable("sealedAnswer")
      .set({ sealed: null, keyId: null, erasedAt: at })
      .where("applicationId", "=", applicationId)
      .where("section", "=", section)
      .where("sealed", "is not", null)
      .executeTakeFirst();
    count += Number(numUpdatedRows);
  }
  const details = { count };
  if (count)
    await audit(trx, at, { accountId: null, action: "application.sealedErased", subjectId: workshopId, details });
}
