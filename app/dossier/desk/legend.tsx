import { useTranslation } from "#app/i18n/use-translation.ts";
import { taskStates } from "../rules.ts";
import { stateMarks } from "./dossier-list.tsx";

/** What the shapes of the strips mean. */
export function StateLegend() {
  const { t } = useTranslation("dossier");
  return (
    <ul aria-hidden="true" className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {taskStates.map((state) => (
        <li key={state}>
          <span className={`task-mark task-${state}`}>{stateMarks[state]}</span> {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
