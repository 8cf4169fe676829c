import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { sessionsBeginOn } from "#app/workshops/life/life.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findTask, isTaskMarked } from "../queries.ts";
import { taskForm } from "./form.ts";
import { TaskForm } from "./task-form.tsx";
import { taskFormValues } from "./task-form-values.ts";
import { changeTask } from "./tasks.commands.ts";

const taskOf = async (db: Reader, workshopId: Id<"workshop">, number: string | undefined) =>
  orNotFound(/^[1-9]\d{0,3}$/.test(number ?? "") ? await findTask(db, workshopId, Number(number)) : null);

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, params, locale } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const task = await taskOf(db, workshop.id, params.task);
  return {
    frame,
    number: task.number,
    isMarked: await isTaskMarked(db, task.id),
    firstDay: formatDate(locale, sessionsBeginOn(workshop)),
    initial: taskFormValues(task),
  };
});

export const action = guardedEdit("workshop.change", taskForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, task: await taskOf(visit.trx, workshop.id, visit.params.task) };
  },
  stored: async (_, { task }) => taskFormValues(task),
  record: (_, { workshop }) => ({ actions: ["dossier.tasksChanged"], subjectId: workshop.id }),
  async save({ trx, by, input, values, locale }, { workshop, task }) {
    const outcome = await changeTask(trx, task, input, by);
    if (outcome.status === "refused") return refuse(invalid({ holds: `dossier:refused.${outcome.because}` }, values));
    return redirect(to.dossierTasks({ locale, code: workshop.code }, { done: "saved" }));
  },
});

export default function TaskPage() {
  const { frame, number, isMarked, firstDay, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const { code } = frame.workshop;
  const tasks = to.dossierTasks({ locale, code });
  return (
    <WorkshopFrame {...frame} isWithin title={t("form.change", { number })}>
      <p className="mb-2">
        <a className="link" href={tasks}>
          {t("desk.tasks")}
        </a>
      </p>
      <h2 className="mb-4 text-xl">{t("form.change", { number })}</h2>
      <TaskForm initial={initial} firstDay={firstDay} />
      <div className="mt-10">
        {isMarked ? (
          <Hint>{t("form.isMarked")}</Hint>
        ) : (
          <PostButton look="grave" action={tasks} fields={{ part: "remove", task: String(number) }}>
            {t("form.remove")}
          </PostButton>
        )}
      </div>
    </WorkshopFrame>
  );
}
