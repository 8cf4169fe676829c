import { useTranslation } from "#app/i18n/use-translation.ts";
import { Hint } from "#app/ui/hint.tsx";

/** Before a plan is changed: who is told of it. Nothing where nobody is. */
export function TellingHint({ informed }: { informed: number }) {
  const { t } = useTranslation("desk");
  return informed ? <Hint className="mb-4">{t("telling.hint", { count: informed })}</Hint> : null;
}
