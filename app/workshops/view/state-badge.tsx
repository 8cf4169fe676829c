import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { SeatView, WorkshopState } from "#app/workshops/rules.ts";

const tones: Record<WorkshopState, Tone> = {
  draft: "quiet",
  published: "key",
  open: "good",
  closed: "quiet",
  running: "key",
  completed: "quiet",
  cancelled: "bad",
};

export function StateBadge({ state }: { state: WorkshopState }) {
  const { t } = useTranslation("workshops");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

/** For visitors: whether they can have a seat, in the place of the bare state. */
export function SeatBadge({ state, seatView }: { state: WorkshopState; seatView: SeatView }) {
  const { t } = useTranslation("workshops");
  if (seatView === "full") return <Badge tone="quiet">{t("seats.full")}</Badge>;
  if (seatView === "few") return <Badge tone="warn">{t("seats.few")}</Badge>;
  if (seatView === "begun") return <Badge tone="quiet">{t("seats.begun")}</Badge>;
  if (state === "published") return <Badge tone="key">{t("seats.later")}</Badge>;
  return <StateBadge state={state} />;
}
