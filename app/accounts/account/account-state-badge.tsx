import type { AccountState } from "#app/accounts/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";

const tones = { active: "good", invited: "warn", disabled: "quiet" } as const;

export function AccountStateBadge({ state }: { state: AccountState }) {
  const { t } = useTranslation("people");
  return <Badge tone={tones[state]}>{t(`accountState.${state}`)}</Badge>;
}
