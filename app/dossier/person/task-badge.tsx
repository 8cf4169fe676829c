import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { TaskState } from "../rules.ts";

const tones: Record<TaskState, Tone> = {
  overdue: "bad",
  soon: "warn",
  owed: "key",
  done: "good",
  notNeeded: "quiet",
};

export function TaskBadge({ state }: { state: TaskState }) {
  const { t } = useTranslation("dossier");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
