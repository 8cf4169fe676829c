import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { openAnswers, type Part, type PartAnswers } from "./answers.ts";

/** What became of the sensitive parts of an application: their answers, or when these were erased. */
export type Opened = { answers: PartAnswers; erased: Readonly<Record<string, Instant>> };

export const nothingOpened: Opened = { answers: {}, erased: {} };

const sealedOf = (db: Reader, applicationId: Id<"application">) =>
  db.selectFrom("sealedAnswer").selectAll().where("applicationId", "=", applicationId);

/** For whoever has answered: nobody else is handed all of it. What cannot be opened is not answered. */
export async function findOpened(db: Reader, applicationId: Id<"application">, keys: AnswerKeys): Promise<Opened> {
  const rows = await sealedOf(db, applicationId).execute();
  const opened = rows.map((row) => openedOf(row, keys) ?? {});
  const erased = rows.flatMap(({ section, erasedAt }) => (erasedAt ? [[section, erasedAt] as const] : []));
  return { answers: Object.assign({}, ...opened), erased: Object.fromEntries(erased) };
}

type Row = Part & { keyId: string | null; sealed: Uint8Array | null };

export const openedOf = ({ keyId, sealed, ...part }: Row, keys: AnswerKeys): PartAnswers | null =>
  keyId !== null && sealed !== null ? openAnswers({ keyId, sealed }, part, keys) : null;

export const findSealed = async (db: Reader, { applicationId, section }: Part) =>
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

/** Whether somebody has a seat in a workshop: until then nobody at the desk needs to know. */
export async function isSeated(db: Reader, { workshopId, personId }: Seat): Promise<boolean> {
  const seat = await db
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("personId", "=", personId)
    .where("state", "not in", ["reserve", "withdrawn"])
    .executeTakeFirst();
  return seat !== undefined;
}

type Seat = { workshopId: Id<"workshop">; personId: Id<"person"> };

/** Of those whose key is not this one, the first few; each once it could be opened. */
export const listOtherwiseSealed = (db: Reader, keyId: string, { after, most }: { after: Part | null; most: number }) =>
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
