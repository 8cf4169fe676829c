import { useTranslation } from "#app/i18n/use-translation.ts";

/** Which files are taken; of a confidential material, what becomes of them. */
export function FileHint({ isConfidential }: { isConfidential?: boolean }) {
  const { t } = useTranslation("materials");
  return isConfidential ? t("hint.confidentialFile") : t("hint.file");
}
