import { useActionData } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";

/** After too many attempts: how long to wait. */
export function WaitNotice() {
  const answer = useActionData() as { waitMinutes?: number } | undefined;
  const { t } = useTranslation("access");
  return answer?.waitMinutes ? <Notice tone="warn" title={t("wait", { count: answer.waitMinutes })} /> : null;
}
