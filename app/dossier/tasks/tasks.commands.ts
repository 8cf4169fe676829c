import type { By } from "#app/access/actor.ts";
import type { Reach } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { locales, type Texts } from "#app/i18n/locales.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type DossierTask, isTaskMarked, listTasks } from "../queries.ts";
import { mostDossierTasks } from "../rules.ts";
import { copyTerms, dropTerms } from "../terms/terms.commands.ts";
import { type TaskInput, taskNote, taskTitle } from "./form.ts";
import { type TemplateName, type TemplateTask, taskTemplate } from "./template.rules.ts";
import { templateWords } from "./template-words.ts";

type Facts = TemplateTask & { title: Texts; note: Texts; template: TemplateName | null };

type Added = { status: "saved"; count: number } | { status: "refused"; because: "tooMany" };

/** Takes tasks from the template; one that is there already stays as it is. The workshop is held. */
export async function addFromTemplate(
  trx: Writer,
  workshop: HeldWorkshop,
  names: readonly TemplateName[],
  by: By,
): Promise<Added> {
  const stored = await listTasks(trx, workshop.id);
  const fresh = names.filter((name) => !stored.some(({ template }) => template === name));
  if (stored.length + fresh.length > mostDossierTasks) return { status: "refused", because: "tooMany" };
  let number = nextNumber(stored);
  for (const name of fresh) {
    const inEach = (part: "title" | "note") =>
      Object.fromEntries(locales.map((locale) => [locale, templateWords(name, locale)[part]]));
    const facts = { ...taskTemplate[name], template: name, title: inEach("title"), note: inEach("note") };
    await insertTask(trx, workshop.id, number++, facts, by);
  }
  if (fresh.length) await note(trx, workshop.id, { added: fresh }, by);
  return { status: "saved", count: fresh.length };
}

const nextNumber = (stored: readonly DossierTask[]) => Math.max(0, ...stored.map(({ number }) => number)) + 1;

/** A task of the coordinators' own. The workshop is held. */
export async function addTask(trx: Writer, workshop: HeldWorkshop, input: TaskInput, by: By): Promise<Added> {
  const stored = await listTasks(trx, workshop.id);
  if (stored.length >= mostDossierTasks) return { status: "refused", because: "tooMany" };
  const number = nextNumber(stored);
  await insertTask(trx, workshop.id, number, { ...factsOf(input), template: null }, by);
  await note(trx, workshop.id, { added: [number] }, by);
  return { status: "saved", count: 1 };
}

const factsOf = (input: TaskInput) => ({
  ...{ owedBy: input.owedBy, dueDays: input.dueDays, holds: input.holds, seenBy: input.seenBy },
  ...{ eraseDays: input.eraseDays, title: taskTitle.read(input), note: taskNote.read(input) },
});

async function insertTask(trx: Writer, workshopId: Id<"workshop">, number: number, facts: Facts, { at }: By) {
  const { title, note: more, ...row } = facts;
  const id = newId<"dossierTask">();
  await trx
    .insertInto("dossierTask")
    .values({ id, workshopId, number, ...row, changedAt: at })
    .execute();
  await writeTexts(trx, id, { title, note: more });
}

async function writeTexts(
  trx: Writer,
  taskId: Id<"dossierTask">,
  { title, note: more }: Pick<Facts, "title" | "note">,
) {
  await trx.deleteFrom("dossierTaskText").where("taskId", "=", taskId).execute();
  await trx
    .insertInto("dossierTaskText")
    .values(locales.map((locale) => ({ taskId, locale, title: title[locale] ?? "", note: more[locale] ?? "" })))
    .execute();
}

type Changed = { status: "saved" } | { status: "refused"; because: "isMarked" };

/** What a task keeps stays as it is once somebody has marked it: they were told what it keeps. The workshop is held. */
export async function changeTask(trx: Writer, task: DossierTask, input: TaskInput, by: By): Promise<Changed> {
  if (input.holds !== task.holds && (await isTaskMarked(trx, task.id)))
    return { status: "refused", because: "isMarked" };
  const { title, note: more, ...row } = factsOf(input);
  await trx
    .updateTable("dossierTask")
    .set({ ...row, changedAt: by.at })
    .where("id", "=", task.id)
    .execute();
  await writeTexts(trx, task.id, { title, note: more });
  await note(trx, task.workshopId, { changed: [task.number] }, by);
  return { status: "saved" };
}

/** A task that nobody has marked is taken away; another one can be set as not needed. The workshop is held. */
export async function removeTask(trx: Writer, task: DossierTask, by: By): Promise<Changed> {
  if (await isTaskMarked(trx, task.id)) return { status: "refused", because: "isMarked" };
  await dropTask(trx, task.id);
  await note(trx, task.workshopId, { removed: [task.number] }, by);
  return { status: "saved" };
}

async function dropTask(trx: Writer, taskId: Id<"dossierTask">): Promise<void> {
  await trx.deleteFrom("dossierReminder").where("taskId", "=", taskId).execute();
  await trx.deleteFrom("dossierEntry").where("taskId", "=", taskId).execute();
  await trx.deleteFrom("dossierTaskText").where("taskId", "=", taskId).execute();
  await trx.deleteFrom("dossierTask").where("id", "=", taskId).execute();
}

const note = (
  trx: Writer,
  subjectId: Id<"workshop">,
  details: Partial<Record<"added" | "changed" | "removed", (string | number)[]>>,
  by: By,
) => audit(trx, by.at, { accountId: by.accountId, action: "dossier.tasksChanged", subjectId, details });

type Copying = { former: HeldWorkshop; code: string; reach: Reach };

/** A new edition begins with the tasks of the former one, and with who pays what. */
export async function copyDossier(trx: Writer, { former, code, reach }: Copying, by: By): Promise<void> {
  const tasks = await listTasks(trx, former.id);
  const copy = tasks.length ? await holdWorkshop(trx, code, reach) : null;
  if (!copy) return;
  for (const { number, ...task } of tasks)
    await insertTask(trx, copy.id, number, { ...pickFacts(task), template: task.template as TemplateName | null }, by);
  await copyTerms(trx, { from: former.id, to: copy.id });
  await note(trx, copy.id, { added: tasks.map(({ number }) => number) }, by);
}

const pickFacts = ({ owedBy, dueDays, holds, seenBy, eraseDays, title, note: more }: Omit<DossierTask, "number">) => ({
  ...{ owedBy, dueDays, holds, seenBy, eraseDays, title, note: more },
});

/** All of a draft that is removed with it. */
export async function dropDossier(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  for (const { id } of await listTasks(trx, workshopId)) await dropTask(trx, id);
  await dropTerms(trx, workshopId);
}
