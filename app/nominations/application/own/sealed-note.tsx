import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Who reads the answers of a sensitive section, and until when they are kept. */
export function SealedNote({ until }: { until: string }) {
  const { t } = useTranslation("applications");
  return (
    <Notice isStanding title={t("sealed.title")}>
      <p className="max-w-[65ch]">{t("sealed.note", { until })}</p>
    </Notice>
  );
}
