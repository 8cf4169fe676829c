import { useTranslation } from "#app/i18n/use-translation.ts";
import { Hint } from "#app/ui/hint.tsx";

/** Before a plan is changed: who is told of it. Nothing where nobody is. */
export function TellingHint({ told }: { told: number }) {
  const { t } = useTranslation("desk");
  return told ? <Hint className="mb-4">{t("telling.hint", { count: told })}</Hint> : null;
}
