import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { NominationState } from "./rules.ts";

const tones = {
  ...({ draft: "quiet", submitted: "key", endorsed: "good", returned: "warn", withdrawn: "quiet" } as const),
  ...({ selected: "good", reserve: "key", notSelected: "quiet" } as const),
};

export function NominationBadge({ state }: { state: NominationState }) {
  const { t } = useTranslation("nominations");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
