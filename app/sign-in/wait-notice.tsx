import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";

/** After too many attempts: how long to wait. */
export function WaitNotice({ minutes }: { minutes: number | undefined }) {
  const { t } = useTranslation("access");
  return minutes ? <Notice tone="warn" title={t("wait", { count: minutes })} /> : null;
}
