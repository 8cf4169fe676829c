import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { MaterialClass } from "./rules.ts";

const tones: Record<MaterialClass, Tone> = {
  public: "good",
  participants: "key",
  staff: "quiet",
  confidential: "warn",
};

/** Who may have a material. */
export function ClassBadge({ value }: { value: MaterialClass }) {
  const { t } = useTranslation("materials");
  return <Badge tone={tones[value]}>{t(`class.${value}`)}</Badge>;
}
