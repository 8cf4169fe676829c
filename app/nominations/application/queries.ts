import { standingStates } from "#app/nominations/nomination/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { ApplicationStanding, FormContent } from "./rules.ts";

const read = <Row extends { content: string }>({ content, ...row }: Row) => ({
  ...row,
  content: JSON.parse(content) as FormContent,
});

const versions = (db: Reader) =>
  db
    .selectFrom("applicationFormVersion")
    .select(["applicationFormVersion.id", "formId", "number", "content", "publishedAt"]);

/** The version of each form that was published last, by the forms' codes. */
export async function listForms(db: Reader) {
  const rows = await versions(db)
    .innerJoin("applicationForm", "applicationForm.id", "applicationFormVersion.formId")
    .select("applicationForm.code")
    .orderBy("applicationForm.code")
    .orderBy("number", "desc")
    .execute();
  return rows.filter(({ formId }, place) => rows.findIndex((row) => row.formId === formId) === place).map(read);
}

/** What whoever begins now fills in; null where there is no such form. */
export async function findLatestVersion(db: Reader, formId: Id<"applicationForm">) {
  const row = await versions(db).where("formId", "=", formId).orderBy("number", "desc").limit(1).executeTakeFirst();
  return row ? read(row) : null;
}

export const findFormVersion = async (db: Reader, id: Id<"applicationFormVersion">) =>
  read(await versions(db).where("applicationFormVersion.id", "=", id).executeTakeFirstOrThrow());

/** Whether any version of a form has had such a section. */
export async function isFormerSection(db: Reader, formId: Id<"applicationForm">, key: string): Promise<boolean> {
  const rows = await versions(db).where("formId", "=", formId).execute();
  return rows.map(read).some(({ content }) => content.sections.some((section) => section.key === key));
}

export const findApplication = async (db: Reader, nominationId: Id<"nomination">) =>
  (await db.selectFrom("application").selectAll().where("nominationId", "=", nominationId).executeTakeFirst()) ?? null;

export type Application = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** What somebody has answered, by the keys of the questions. */
export async function findAnswers(db: Reader, applicationId: Id<"application">): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom("applicationAnswer")
    .select(["question", "value"])
    .where("applicationId", "=", applicationId)
    .execute();
  return Object.fromEntries(rows.map(({ question, value }) => [question, value]));
}

export const listDeclarations = (db: Reader, applicationId: Id<"application">) =>
  db
    .selectFrom("applicationDeclaration")
    .innerJoin("applicationFormVersion", "applicationFormVersion.id", "applicationDeclaration.versionId")
    .select(["declaration", "locale", "madeAt", "applicationFormVersion.number"])
    .where("applicationId", "=", applicationId)
    .execute();

/** What has become of an application, the latest first, and who has done it. */
export const listApplicationHistory = (db: Reader, applicationId: Id<"application">) =>
  db
    .selectFrom("applicationEvent")
    .leftJoin("account", "account.id", "applicationEvent.accountId")
    .leftJoin("person", "person.id", "account.personId")
    .select(["applicationEvent.id", "toState", "who", "applicationEvent.at", "reason"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.latinName"])
    .where("applicationId", "=", applicationId)
    .orderBy("applicationEvent.at", "desc")
    .orderBy("applicationEvent.id", "desc")
    .execute();

/** How many of those who stand have sent theirs, by workshop and institution. */
export async function countSent(db: Reader, workshopIds: Id<"workshop">[], institutionIds: Id<"institution">[]) {
  if (!workshopIds.length || !institutionIds.length) return [];
  return db
    .selectFrom("nomination")
    .innerJoin("application", "application.nominationId", "nomination.id")
    .select(({ fn }) => ["workshopId", "institutionId", fn.countAll<number>().as("count")])
    .where("workshopId", "in", workshopIds)
    .where("institutionId", "in", institutionIds)
    .where("nomination.state", "in", [...standingStates])
    .where("application.state", "=", "sent")
    .groupBy(["workshopId", "institutionId"])
    .execute();
}

/** How the applications of some nominations stand; of a nomination that is not among them, nothing is begun. */
export async function listStandings(
  db: Reader,
  nominationIds: Id<"nomination">[],
): Promise<Map<Id<"nomination">, ApplicationStanding>> {
  if (!nominationIds.length) return new Map();
  const rows = await db
    .selectFrom("application")
    .select(["nominationId", "state"])
    .where("nominationId", "in", nominationIds)
    .execute();
  return new Map(rows.map(({ nominationId, state }) => [nominationId, state]));
}
