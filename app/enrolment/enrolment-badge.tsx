import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { EnrolmentState } from "./rules.ts";

const tones: Record<EnrolmentState, Tone> = {
  reserve: "quiet",
  confirmed: "good",
  completed: "good",
  notCompleted: "warn",
  withdrawn: "quiet",
};

export function EnrolmentBadge({ state, rank }: { state: EnrolmentState; rank?: number | null }) {
  const { t } = useTranslation("enrolment");
  return (
    <Badge tone={tones[state]}>
      {state === "reserve" && rank ? t("state.reserveRank", { rank }) : t(`state.${state}`)}
    </Badge>
  );
}
