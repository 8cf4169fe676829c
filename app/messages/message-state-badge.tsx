import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { CopyState, MessageState } from "./rules.ts";

const tones: Record<MessageState, Tone> = { draft: "quiet", scheduled: "key", sent: "good", cancelled: "quiet" };

/** One that was to go and stayed is a draft, and says so first. */
export function MessageStateBadge({ state, hasStayed }: { state: MessageState; hasStayed: boolean }) {
  const { t } = useTranslation("messages");
  return (
    <>
      {hasStayed ? (
        <>
          <Badge tone="warn">{t("state.stayed")}</Badge>{" "}
        </>
      ) : null}
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
    </>
  );
}

const copyTones: Record<CopyState, Tone> = { waiting: "quiet", sent: "good", failed: "bad", noAddress: "warn" };

export function CopyStateBadge({ state }: { state: CopyState }) {
  const { t } = useTranslation("messages");
  return <Badge tone={copyTones[state]}>{t(`copy.${state}`)}</Badge>;
}
