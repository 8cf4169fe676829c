import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { sessionsBeginOn } from "#app/workshops/life/life.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { taskForm } from "./form.ts";
import { TaskForm } from "./task-form.tsx";
import { newTaskValues } from "./task-form-values.ts";
import { addTask } from "./tasks.commands.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  return { frame, firstDay: formatDate(visit.locale, sessionsBeginOn(workshop)) };
});

export const action = guardedAction("workshop.change", taskForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const outcome = await addTask(trx, workshop, input, by);
  if (outcome.status === "refused") return refuse(invalid({ "": `dossier:refused.${outcome.because}` }, values));
  return redirect(to.dossierTasks({ locale, code: workshop.code }, { done: "saved" }));
});

export default function NewTaskPage() {
  const { frame, firstDay } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("form.new")}>
      <p className="mb-2">
        <a className="link" href={to.dossierTasks({ locale, code })}>
          {t("desk.tasks")}
        </a>
      </p>
      <h2 className="mb-4 text-xl">{t("form.new")}</h2>
      <TaskForm initial={newTaskValues} firstDay={firstDay} />
    </WorkshopFrame>
  );
}
