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

type Seats = { state: WorkshopState; seatView: SeatView };

/** For visitors: whether they can have a seat, in the place of the bare state. */
export function SeatBadge({ state, seatView }: Seats) {
  const { t } = useTranslation("workshops");
  const tone = seatView === "few" ? "warn" : seatView === "full" || seatView === "begun" ? "quiet" : tones[state];
  return <Badge tone={tone}>{t(seatKey({ state, seatView }))}</Badge>;
}

/** The key of the same in words. */
export function seatKey({ state, seatView }: Seats) {
  if (seatView === "full" || seatView === "few" || seatView === "begun") return `seats.${seatView}` as const;
  return state === "published" ? ("seats.later" as const) : (`state.${state}` as const);
}
