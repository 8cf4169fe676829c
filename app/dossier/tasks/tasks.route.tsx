import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { taskDueOn } from "#app/dossier/rules.ts";
import { formatDate } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { sessionsBeginOn } from "#app/workshops/life/life.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { findTask, listTasks } from "../queries.ts";
import { taskListForm } from "./form.ts";
import { addFromTemplate, removeTask } from "./tasks.commands.ts";
import { taskTemplate, templateNames } from "./template.rules.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, t, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const tasks = await listTasks(db, workshop.id);
  const offered = templateNames.filter((name) => !tasks.some(({ template }) => template === name));
  return {
    frame,
    firstDay: formatDate(locale, sessionsBeginOn(workshop)),
    tasks: tasks.map(({ number, title, owedBy, holds, seenBy, dueDays, eraseDays }) => ({
      ...{ number, owedBy, holds, seenBy, dueDays, eraseDays },
      title: textIn(title, locale),
      due: formatDate(locale, taskDueOn(workshop, dueDays)),
    })),
    offered: offered.map((name) => ({
      value: name,
      label: t("dossier:template.line", {
        title: t(`dossier:template.${name}.title`),
        date: formatDate(locale, taskDueOn(workshop, taskTemplate[name].dueDays)),
      }),
    })),
    done: queryChoice(url, "done", ["saved", "removed"]),
  };
});

export const action = guardedAction("workshop.change", taskListForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const back = (done: string) => redirect(to.dossierTasks({ locale, code: workshop.code }, { done }));
  if (input.part === "remove") {
    const outcome = await removeTask(trx, orNotFound(await findTask(trx, workshop.id, input.task)), by);
    return outcome.status === "refused" ? refuse(invalid({ "": "dossier:refused.isMarked" }, values)) : back("removed");
  }
  if (!input.templates.length) return refuse(invalid({ templates: "common:form.choose" }, values));
  const outcome = await addFromTemplate(trx, workshop, input.templates, by);
  if (outcome.status === "refused") return refuse(invalid({ templates: `dossier:refused.${outcome.because}` }, values));
  return back("saved");
});

export default function TasksPage() {
  const { frame, tasks, offered, firstDay, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("desk.tasks")}>
      {done ? <Notice tone="good" title={t(`tasks.${done}`)} /> : null}
      <p className="mb-2">
        <a className="link" href={to.dossier({ locale, code })}>
          {t("desk.back")}
        </a>
      </p>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl">{t("desk.tasks")}</h2>
        <Button look="plain" isSmall href={to.newDossierTask({ locale, code })}>
          {t("tasks.own")}
        </Button>
      </div>
      <p className="mb-6 max-w-[65ch]">{t("tasks.lead", { date: firstDay })}</p>
      {tasks.length ? (
        <Panel as="ol" isRuled className="mb-8 max-w-3xl">
          {tasks.map(({ number, title, owedBy, due, holds, seenBy, eraseDays }) => (
            <li key={number} className="px-5 py-3">
              <a className="link font-bold" href={to.dossierTask({ locale, code, task: number })}>
                {number}. <LocalText value={title} note />
              </a>
              <p className="text-sm">{t("task.who", { who: t(`ower.${owedBy}`), date: due })}</p>
              <Hint>
                {holds === "nothing"
                  ? t("tasks.keepsNothing")
                  : t("tasks.keeps", { what: t(`holds.${holds}`), who: t(`audience.${seenBy}`), count: eraseDays })}
              </Hint>
            </li>
          ))}
        </Panel>
      ) : (
        <div className="mb-8">
          <Empty title={t("tasks.empty")} />
        </div>
      )}
      {offered.length ? (
        <Section title={t("template.title")}>
          <PostForm part="add" labels={{ templates: t("template.legend") }} isFramed className="max-w-3xl">
            <Boxes name="templates" legend={t("template.legend")} options={offered} unmarked />
            <Button look="main">{t("template.button")}</Button>
          </PostForm>
        </Section>
      ) : null}
    </WorkshopFrame>
  );
}
