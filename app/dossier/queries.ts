import type { Texts } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type DossierTask = Awaited<ReturnType<typeof listTasks>>[number];

/** The tasks of a workshop, each with its texts, in the order of their days. */
export async function listTasks(db: Reader, workshopId: Id<"workshop">) {
  const rows = await db
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
    ])
    .where("workshopId", "=", workshopId)
    .orderBy("dueDays")
    .orderBy("number")
    .execute();
  if (!rows.length) return [];
  const texts = await db
    .selectFrom("dossierTaskText")
    .innerJoin("dossierTask", "dossierTask.id", "dossierTaskText.taskId")
    .select(["dossierTaskText.taskId", "dossierTaskText.locale", "dossierTaskText.title", "dossierTaskText.note"])
    .where("dossierTask.workshopId", "=", workshopId)
    .execute();
  const textsOf = Map.groupBy(texts, ({ taskId }) => taskId);
  return rows.map((row) => {
    const own = textsOf.get(row.id) ?? [];
    const inEach = (part: "title" | "note"): Texts => Object.fromEntries(own.map((text) => [text.locale, text[part]]));
    return { ...row, title: inEach("title"), note: inEach("note") };
  });
}

/** Of one workshop, by its number in the address. */
export async function findTask(db: Reader, workshopId: Id<"workshop">, number: number): Promise<DossierTask | null> {
  return (await listTasks(db, workshopId)).find((task) => task.number === number) ?? null;
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
