import type { Owner } from "#app/access/actor.ts";
import type { CallQuestion } from "#app/nominations/call/questions/rules.ts";
import type { Reader } from "#db/database.ts";
import { workshopKey } from "./rules.ts";

/** What somebody has answered and declared as a nominee, and what has become of it. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  applications: await listOwnApplications(db, owner),
  applicationAnswers: await listOwnAnswers(db, owner),
  applicationDeclarations: await listOwnDeclarations(db, owner),
  applicationEvents: await listOwnApplicationEvents(db, owner),
  applicationReminders: await listOwnReminders(db, owner),
});

const ofOwner = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("application")
    .innerJoin("nomination", "nomination.id", "application.nominationId")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .innerJoin("applicationFormVersion", "applicationFormVersion.id", "application.versionId")
    .innerJoin("applicationForm", "applicationForm.id", "applicationFormVersion.formId")
    .select(["workshop.code as workshop"])
    .where("nomination.personId", "=", personId);

const listOwnApplications = (db: Reader, owner: Owner) =>
  ofOwner(db, owner)
    .select(["applicationForm.code as form", "applicationFormVersion.number as version", "application.state"])
    .select(["application.createdAt", "application.changedAt", "application.sentAt"])
    .orderBy("application.createdAt")
    .execute();

/** A question of a workshop comes with its words: its key alone says nothing. */
async function listOwnAnswers(db: Reader, owner: Owner) {
  const rows = await ofOwner(db, owner)
    .innerJoin("applicationAnswer", "applicationAnswer.applicationId", "application.id")
    .leftJoin("call", "call.workshopId", "workshop.id")
    .select(["applicationAnswer.question", "applicationAnswer.value", "call.questions"])
    .orderBy("workshop.code")
    .orderBy("applicationAnswer.question")
    .execute();
  return rows.map(({ questions, ...answer }) => {
    const asked = JSON.parse(questions ?? "[]") as CallQuestion[];
    const own = asked.find(({ number }) => workshopKey(number) === answer.question);
    return own ? { ...answer, asked: own.label } : answer;
  });
}

const listOwnDeclarations = (db: Reader, owner: Owner) =>
  ofOwner(db, owner)
    .innerJoin("applicationDeclaration", "applicationDeclaration.applicationId", "application.id")
    .select(["applicationDeclaration.declaration", "applicationDeclaration.locale", "applicationDeclaration.madeAt"])
    .orderBy("workshop.code")
    .orderBy("applicationDeclaration.declaration")
    .execute();

const listOwnApplicationEvents = (db: Reader, owner: Owner) =>
  ofOwner(db, owner)
    .innerJoin("applicationEvent", "applicationEvent.applicationId", "application.id")
    .select(["applicationEvent.fromState", "applicationEvent.toState", "applicationEvent.who"])
    .select(["applicationEvent.at", "applicationEvent.reason"])
    .orderBy("applicationEvent.at")
    .execute();

const listOwnReminders = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("nomineeReminder")
    .innerJoin("nomination", "nomination.id", "nomineeReminder.nominationId")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select(["workshop.code as workshop", "nomineeReminder.closesOn", "nomineeReminder.days", "nomineeReminder.toldAt"])
    .where("nomination.personId", "=", personId)
    .orderBy("nomineeReminder.toldAt")
    .execute();
