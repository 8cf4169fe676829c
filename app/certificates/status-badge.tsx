import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { CertificateStatus } from "./validity/validity.rules.ts";

const tones: Record<CertificateStatus, Tone> = { valid: "good", replaced: "warn", revoked: "bad" };

export function StatusBadge({ status }: { status: CertificateStatus }) {
  const { t } = useTranslation("certificates");
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
