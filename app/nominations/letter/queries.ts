import type { Sender } from "#app/nominations/nomination/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const letters = (db: Reader) =>
  db
    .selectFrom("nominationLetter")
    .innerJoin("file", "file.id", "nominationLetter.fileId")
    .select(["nominationLetter.id", "nominationLetter.workshopId", "nominationLetter.institutionId"])
    .select(["nominationLetter.number", "nominationLetter.signatory", "nominationLetter.signatoryPost"])
    .select(["nominationLetter.signedOn", "nominationLetter.addedAt"])
    .select(["file.id as fileId", "file.name", "file.type", "file.sizeBytes", "file.sha256", "file.place"])
    .where("file.erasedAt", "is", null);

type FoundLetter = Awaited<ReturnType<ReturnType<typeof letters>["execute"]>>[number];

/** Every letter that a sender has handed in, the latest first: that one counts. */
export const listNominationLetters = (db: Reader, { workshopId, institutionId }: Sender): Promise<FoundLetter[]> =>
  letters(db)
    .where("nominationLetter.workshopId", "=", workshopId)
    .where("nominationLetter.institutionId", "=", institutionId)
    .orderBy("nominationLetter.number", "desc")
    .execute();

export async function findLetter(db: Reader, sender: Sender, number: number): Promise<FoundLetter | null> {
  return (await listNominationLetters(db, sender)).find((letter) => letter.number === number) ?? null;
}

/** One by its id, of a workshop. */
export async function findLetterById(db: Reader, workshopId: Id<"workshop">, id: Id<"nominationLetter">) {
  const found = await letters(db)
    .where("nominationLetter.id", "=", id)
    .where("nominationLetter.workshopId", "=", workshopId)
    .executeTakeFirst();
  return found ?? null;
}

/** Which institutions have handed in a letter, by workshop. */
export async function listWithLetter(db: Reader, workshopIds: Id<"workshop">[], institutionIds: Id<"institution">[]) {
  if (!workshopIds.length || !institutionIds.length) return [];
  return db
    .selectFrom("nominationLetter")
    .select(["workshopId", "institutionId"])
    .distinct()
    .where("workshopId", "in", workshopIds)
    .where("institutionId", "in", institutionIds)
    .execute();
}
