import type { Texts } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const tasks = (db: Reader) =>
  db
    .selectFrom("dossierTask")
    .select([
      "id",
      "workshopId",
      "number",
      "template",
      "owedBy",
      "dueDays",
      "holds",
      "seenBy",
      "eraseDays",
      "changedAt",
    ]);

export type DossierTask = Awaited<ReturnType<typeof listTasksOfAll>>[number];

/** The tasks of some workshops, each with its texts, in the order of their days. */
export async function listTasksOfAll(db: Reader, workshopIds: Id<"workshop">[]) {
  if (!workshopIds.length) return [];
  const rows = await tasks(db).where("workshopId", "in", workshopIds).orderBy("dueDays").orderBy("number").execute();
  if (!rows.length) return [];
  const texts = await db
    .selectFrom("dossierTaskText")
    .innerJoin("dossierTask", "dossierTask.id", "dossierTaskText.taskId")
    .select(["dossierTaskText.taskId", "dossierTaskText.locale", "dossierTaskText.title", "dossierTaskText.note"])
    .where("dossierTask.workshopId", "in", workshopIds)
    .execute();
  const textsOf = Map.groupBy(texts, ({ taskId }) => taskId);
  return rows.map((row) => {
    const own = textsOf.get(row.id) ?? [];
    const inEach = (part: "title" | "note"): Texts => Object.fromEntries(own.map((text) => [text.locale, text[part]]));
    return { ...row, title: inEach("title"), note: inEach("note") };
  });
}

export const listTasks = (db: Reader, workshopId: Id<"workshop">) => listTasksOfAll(db, [workshopId]);

/** Of one workshop, by its number in the address. */
export async function findTask(db: Reader, workshopId: Id<"workshop">, number: number): Promise<DossierTask | null> {
  return (await listTasks(db, workshopId)).find((task) => task.number === number) ?? null;
}

/** Which of some workshops have tasks at all. */
export async function listWithTasks(db: Reader, workshopIds: Id<"workshop">[]): Promise<Id<"workshop">[]> {
  if (!workshopIds.length) return [];
  const rows = await db
    .selectFrom("dossierTask")
    .select("workshopId")
    .distinct()
    .where("workshopId", "in", workshopIds)
    .execute();
  return rows.map(({ workshopId }) => workshopId);
}

const entries = (db: Reader) =>
  db
    .selectFrom("dossierEntry")
    .innerJoin("dossierTask", "dossierTask.id", "dossierEntry.taskId")
    .select(["dossierEntry.enrolmentId", "dossierEntry.taskId", "dossierEntry.state"])
    .select(["dossierEntry.heldOn", "dossierEntry.heldText", "dossierEntry.erasedAt"]);

export type DossierEntry = Awaited<ReturnType<typeof listEntries>>[number];

/** What was marked in a workshop, for everybody. */
export const listEntries = (db: Reader, workshopId: Id<"workshop">) =>
  entries(db).where("dossierTask.workshopId", "=", workshopId).execute();

export const listEntriesOf = (db: Reader, enrolmentId: Id<"enrolment">) =>
  entries(db).where("dossierEntry.enrolmentId", "=", enrolmentId).execute();

/** Whether anybody has something to do with a task. */
export async function isTaskMarked(db: Reader, taskId: Id<"dossierTask">): Promise<boolean> {
  const row = await db.selectFrom("dossierEntry").select("id").where("taskId", "=", taskId).limit(1).executeTakeFirst();
  return row !== undefined;
}
