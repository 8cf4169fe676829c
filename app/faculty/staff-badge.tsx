import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { StaffState } from "./rules.ts";

const tones: Record<StaffState, Tone> = { proposed: "quiet", asked: "warn", accepted: "good", declined: "bad" };

/** What somebody was asked, and has said. */
export function StaffBadge({ state }: { state: StaffState }) {
  const { t } = useTranslation("faculty");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
