import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { ApplicationStanding } from "./rules.ts";

const tones = { none: "quiet", draft: "key", sent: "good", returned: "warn" } as const;

/** How far an application is. Beside other marks it says what it is about. */
export function ApplicationBadge({ state, isNamed }: { state: ApplicationStanding; isNamed?: boolean }) {
  const { t } = useTranslation("applications");
  const text = t(`state.${state}`);
  return <Badge tone={tones[state]}>{isNamed ? t("named", { state: text }) : text}</Badge>;
}
