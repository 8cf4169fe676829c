import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { heldLength } from "../rules.ts";
import type { TaskView } from "./person-view.ts";
import { TaskBadge } from "./task-badge.tsx";

type Props = {
  tasks: TaskView[];
  /** The one whose form is open. */
  open: number | null;
  /** The page with the form of a task open. */
  opening: (task: number) => string;
};

/** Tasks of one person, each with what can be done about it here. */
export const TaskCards = ({ tasks, open, opening }: Props) => (
  <Panel as="ul" isRuled className="mb-8 max-w-3xl">
    {tasks.map((task) => (
      <li key={task.number} id={`task-${task.number}`} className="p-5">
        <TaskFacts task={task} />
        <TaskDeeds task={task} isOpen={open === task.number} opening={opening(task.number)} />
      </li>
    ))}
  </Panel>
);

function TaskFacts({ task }: { task: TaskView }) {
  const { t } = useTranslation("dossier");
  const { title, note, owedBy, due, holds, held, isErased, erased, seenBy } = task;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">
          <LocalText value={title} note />
        </h3>
        <TaskBadge state={task.state} />
      </div>
      <p className="text-sm">{t("task.who", { who: t(`ower.${owedBy}`), date: due })}</p>
      {note.text ? (
        <p className="mt-2 max-w-[65ch] whitespace-pre-line">
          <LocalText value={note} />
        </p>
      ) : null}
      {held ? <p className="mt-2 font-bold wrap-anywhere text-ink">{held}</p> : null}
      {holds === "nothing" ? null : (
        <Hint className="mt-1">
          {isErased ? t("task.erased") : t(`task.keeps.${seenBy}`, { what: t(`holds.${holds}`), date: erased })}
        </Hint>
      )}
    </>
  );
}

type DeedsProps = { task: TaskView; isOpen: boolean; opening: string };

function TaskDeeds({ task, isOpen, opening }: DeedsProps) {
  const { t } = useTranslation("dossier");
  const { number, holds, may, title } = task;
  if (!may.mark && !may.undo) return null;
  const fields = (deed: string) => ({ task: String(number), deed });
  const about = <span className="sr-only">: {title.text}</span>;
  return (
    <>
      {may.mark && isOpen && holds !== "nothing" ? <HeldForm task={task} /> : null}
      <div className="mt-3 flex flex-wrap gap-3 print:hidden">
        {may.mark && holds === "nothing" ? (
          <PostButton look="plain" isSmall fields={fields("done")}>
            {t("deed.done")}
            {about}
          </PostButton>
        ) : null}
        {may.mark && holds !== "nothing" && !isOpen ? (
          <Button look="plain" isSmall href={opening}>
            {t(`deed.enter.${holds}`)}
            {about}
          </Button>
        ) : null}
        {may.waive ? (
          <PostButton look="plain" isSmall fields={fields("notNeeded")}>
            {t("deed.notNeeded")}
            {about}
          </PostButton>
        ) : null}
        {may.undo ? (
          <PostButton look="plain" isSmall fields={fields("undo")}>
            {t("deed.undo")}
            {about}
          </PostButton>
        ) : null}
      </div>
    </>
  );
}

/** What a task keeps is entered where one has asked to: a page has one such form at a time. */
function HeldForm({ task: { number, holds } }: { task: TaskView }) {
  const { t } = useTranslation("dossier");
  const labels = { heldOn: t("deed.heldOn"), heldText: t("deed.heldText") };
  return (
    <PostForm labels={labels} className="mt-4 max-w-xl">
      <input type="hidden" name="task" value={number} />
      <input type="hidden" name="deed" value="done" />
      {holds === "date" ? (
        <DateField name="heldOn" label={labels.heldOn} />
      ) : (
        <TextField name="heldText" label={labels.heldText} hint={t("deed.heldTextHint")} maxLength={heldLength} />
      )}
      <Button look="main">{t("deed.save")}</Button>
    </PostForm>
  );
}
