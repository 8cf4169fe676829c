import type { Owner } from "#app/access/actor.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Reader } from "#db/database.ts";
import { openedOf } from "./queries.ts";

/** What somebody has answered in sensitive parts, opened for them alone, and who has read it. */
export const findOwnData = async (db: Reader, owner: Owner, keys: AnswerKeys) => ({
  sealedAnswers: await listOwnSealed(db, owner, keys),
  sealedReadings: await listOwnReadings(db, owner),
});

async function listOwnSealed(db: Reader, { personId }: Owner, keys: AnswerKeys) {
  const rows = await db
    .selectFrom("sealedAnswer")
    .innerJoin("application", "application.id", "sealedAnswer.applicationId")
    .innerJoin("nomination", "nomination.id", "application.nominationId")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select(["workshop.code as workshop", "sealedAnswer.applicationId", "sealedAnswer.section"])
    .select(["sealedAnswer.keyId", "sealedAnswer.sealed", "sealedAnswer.changedAt", "sealedAnswer.erasedAt"])
    .where("nomination.personId", "=", personId)
    .orderBy("workshop.code")
    .orderBy("sealedAnswer.section")
    .execute();
  return rows.map(({ workshop, changedAt, erasedAt, ...row }) => ({
    ...{ workshop, section: row.section, changedAt, erasedAt },
    answers: openedOf(row, keys),
  }));
}

const listOwnReadings = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("sealedReading")
    .innerJoin("application", "application.id", "sealedReading.applicationId")
    .innerJoin("nomination", "nomination.id", "application.nominationId")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .innerJoin("account", "account.id", "sealedReading.accountId")
    .leftJoin("person", "person.id", "account.personId")
    .select(["workshop.code as workshop", "sealedReading.section", "sealedReading.at"])
    .select(["person.familyName as readerFamilyName", "person.givenName as readerGivenName"])
    .where("nomination.personId", "=", personId)
    .orderBy("sealedReading.at")
    .execute();
