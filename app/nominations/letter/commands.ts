import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { keepUntil, readyFile } from "#app/files/commands.ts";
import type { ReceivedFile } from "#app/files/receive.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { isCallOpen, isCorrectable } from "#app/nominations/nomination/known.queries.ts";
import { listStanding } from "#app/nominations/nomination/queries.ts";
import { isUnsent } from "#app/nominations/nomination/rules.ts";
import { substitutionWindow } from "#app/nominations/substitution/substitution.rules.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { LetterInput } from "./form.ts";
import { listNominationLetters } from "./queries.ts";

/** Days for which a letter is kept after the last day of its workshop: five years, as accounts are. */
const keptDays = 1_826;

type Place = { workshop: HeldWorkshop; institutionId: Id<"institution"> };
type LetterRefusal = "closed" | "ahead";

/**
 * Hands in the signed letter of a sender, or another in its place: those before it are kept. What was sent already
 * rests on the new one from now on. The workshop is held.
 */
export async function addLetter(
  trx: Writer,
  { workshop, institutionId }: Place,
  { input, file }: { input: LetterInput; file: ReceivedFile },
  by: By,
): Promise<LetterRefusal | null> {
  const sender = { workshopId: workshop.id, institutionId };
  const standing = await listStanding(trx, sender);
  const call = await findCall(trx, workshop.id);
  const isAwaited = standing.some(
    (one) =>
      (one.state === "returned" && isCorrectable(call, workshop, one, by.at)) ||
      (one.inPlaceOfId !== null && isUnsent(one) && substitutionWindow(workshop, by.at) !== "over"),
  );
  if (!isCallOpen(call, workshop, by.at) && !isAwaited) return "closed";
  if (input.signedOn > localDate(by.at, "Asia/Tokyo")) return "ahead";
  const [former] = await listNominationLetters(trx, sender);
  const { id: fileId, type, sizeBytes, sha256 } = file;
  await readyFile(trx, { id: fileId, type, sizeBytes, sha256 }, by.at);
  const lastOn: Instant = `${workshop.endsOn}T00:00:00.000Z`;
  await keepUntil(trx, fileId, plusDays(lastOn > by.at ? lastOn : by.at, keptDays));
  const id = newId<"nominationLetter">();
  const number = (former?.number ?? 0) + 1;
  await trx
    .insertInto("nominationLetter")
    .values({ id, ...sender, number, fileId, ...input, addedAt: by.at })
    .execute();
  await trx
    .updateTable("nomination")
    .set({ letterId: id })
    .where("workshopId", "=", workshop.id)
    .where("institutionId", "=", institutionId)
    .where("state", "=", "endorsed")
    .execute();
  const details = { workshop: workshop.code, institutionId, number, sha256 };
  await audit(trx, by.at, { accountId: by.accountId, action: "nomination.letterAdded", subjectId: id, details });
  return null;
}
