import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { openAnswers, type PartAnswers, type SealedPart } from "./answers.ts";

/** What became of the sensitive parts of an application: their answers, or when these were erased. */
type OpenedParts = { answers: PartAnswers; erased: Readonly<Record<string, Instant>> };

export const nothingOpened: OpenedParts = { answers: {}, erased: {} };

const sealedOf = (db: Reader, applicationId: Id<"application">) =>
  db.selectFrom("sealedAnswer").selectAll().where("applicationId", "=", applicationId);

/** For whoever has answered: nobody else is handed all of it. What cannot be opened is not answered. */
export async function findOpened(db: Reader, applicationId: Id<"application">, keys: AnswerKeys): Promise<OpenedParts> {
  const rows = await sealedOf(db, applicationId).execute();
  const opened = rows.map((row) => openedOf(row, keys) ?? {});
  const erased = rows.flatMap(({ section, erasedAt }) => (erasedAt ? [[section, erasedAt] as const] : []));
  return { answers: Object.assign({}, ...opened), erased: Object.fromEntries(erased) };
}

/** A part as it is stored; once it is erased, without what it held. */
export type SealedRow = SealedPart & { keyId: string | null; sealed: Uint8Array | null };

export const openedOf = ({ keyId, sealed, ...part }: SealedRow, keys: AnswerKeys): PartAnswers | null =>
  keyId !== null && sealed !== null ? openAnswers({ keyId, sealed }, part, keys) : null;

export const findSealed = async (db: Reader, { applicationId, section }: SealedPart) =>
  (await sealedOf(db, applicationId).where("section", "=", section).executeTakeFirst()) ?? null;

/** Which parts are kept, and when those of the others were erased. */
export const listSealed = (db: Reader, applicationId: Id<"application">) =>
  db.selectFrom("sealedAnswer").select(["section", "erasedAt"]).where("applicationId", "=", applicationId).execute();

/** Who has read what of an application, the latest first. */
export const listReadings = (db: Reader, applicationId: Id<"application">) =>
  db
    .selectFrom("sealedReading")
    .innerJoin("account", "account.id", "sealedReading.accountId")
    .leftJoin("person", "person.id", "account.personId")
    .select(["sealedReading.id", "sealedReading.section", "sealedReading.at"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.latinName"])
    .where("applicationId", "=", applicationId)
    .orderBy("sealedReading.at", "desc")
    .orderBy("sealedReading.id", "desc")
    .limit(50)
    .execute();

type Portion = { after: SealedPart | null; most: number };

/** Of those that another key has sealed, the first few behind one. */
export const listOtherwiseSealed = (db: Reader, keyId: string, { after, most }: Portion) =>
  db
    .selectFrom("sealedAnswer")
    .select(["applicationId", "section", "keyId", "sealed"])
    .where("keyId", "<>", keyId)
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb("applicationId", ">", after?.applicationId ?? ("" as Id<"application">)),
          eb.and([
            eb("applicationId", "=", after?.applicationId ?? ("" as Id<"application">)),
            eb("section", ">", after?.section ?? ""),
          ]),
        ]),
      ),
    )
    .orderBy("applicationId")
    .orderBy("section")
    .limit(most)
    .execute();
