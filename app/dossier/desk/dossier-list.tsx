import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import type { List, ListColumn } from "#app/tables/list.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { TaskState } from "../rules.ts";
import type { GridRow, GridTask } from "./dossier-rows.ts";

/** Who owes what: a row a person, and a column a task in a file. The page has the tasks as a strip of numbers. */
export const dossierList = (tasks: readonly GridTask[]): List<GridRow> => ({
  name: "dossier",
  title: (t) => t("dossier:desk.people"),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn({ isSortable: true, onPage: { cell: (row) => <Who row={row} /> } }),
    otherNameColumn(),
    institutionColumn({ isSortable: true }),
    {
      name: "open",
      label: (t) => t("dossier:column.open"),
      kind: "number",
      value: ({ open }) => open,
      isSortable: true,
      onPage: {},
    },
    {
      name: "overdue",
      label: (t) => t("dossier:column.overdue"),
      kind: "number",
      value: ({ overdue }) => overdue,
      isSortable: true,
      onPage: { label: (t) => t("dossier:column.tasks"), cell: (row) => <Strip row={row} tasks={tasks} /> },
    },
    ...tasks.map(taskColumn),
  ],
});

const taskColumn = ({ number, title }: GridTask, index: number): ListColumn<GridRow> => ({
  name: `task${number}`,
  label: () => `${number}. ${title.text}`,
  value: ({ states }, t) => {
    const state = states[index];
    return state ? t(`dossier:state.${state}`) : null;
  },
  width: 18,
});

function Who({ row: { id, code, name, institution } }: { row: GridRow }) {
  const { locale } = useTranslation();
  return (
    <>
      <a
        className="link"
        href={to.dossierPerson({ locale, code, enrolment: id })}
        lang={name.isJapanese ? "ja" : undefined}
      >
        {name.name}
      </a>
      {institution.text ? (
        <SecondLine>
          <LocalText value={institution} />
        </SecondLine>
      ) : null}
    </>
  );
}

/** A shape for each state: no colour is needed to tell them apart. */
export const stateMarks: Record<TaskState, string> = { overdue: "!", soon: "◔", owed: "○", done: "✓", notNeeded: "–" };

function Strip({ row, tasks }: { row: GridRow; tasks: readonly GridTask[] }) {
  const { t, locale } = useTranslation("dossier");
  const { id, code, name, states } = row;
  return (
    <ol className="task-strip">
      {tasks.map(({ number, title }, index) => {
        const state = states[index] ?? "owed";
        const cell = t("column.cell", { number, task: title.text, state: t(`state.${state}`) });
        return (
          <li key={number}>
            <a
              className={`task-mark task-${state}`}
              href={`${to.dossierPerson({ locale, code, enrolment: id })}#task-${number}`}
              title={cell}
            >
              <span aria-hidden="true">{number}</span> <span aria-hidden="true">{stateMarks[state]}</span>
              <span className="sr-only">{t("column.cellOf", { person: name.name, cell })}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
