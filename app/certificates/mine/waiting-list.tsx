import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Card } from "#app/ui/frame/card.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { Standing } from "./waiting.rules.ts";
import type { waitingFor } from "./waiting.ts";

type Waiting = Awaited<ReturnType<typeof waitingFor>>[number];

const tones: Record<Standing["standing"], Tone> = { ready: "key", yours: "warn", none: "quiet" };

/** Finished workshops without a valid certificate: why there is none, and what can be done. */
export function WaitingList({ waiting }: { waiting: Waiting[] }) {
  const { t } = useTranslation("certificates");
  if (!waiting.length) return null;
  return (
    <Section title={t("mine.waiting.title")}>
      <ul className="grid gap-4">
        {waiting.map((one) => (
          <WaitingCard key={one.code} {...one} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingCard({ code, title, period, standing, reasons, attended, base, needed }: Waiting) {
  const { t, locale } = useTranslation("certificates");
  return (
    <Card
      code={code}
      badge={<Badge tone={tones[standing]}>{t(`mine.waiting.state.${standing}`)}</Badge>}
      title={
        <a className="link" href={to.workshop({ locale, code })}>
          <LocalText value={title} note />
        </a>
      }
    >
      <p className="mb-2 text-hint break-keep">{period}</p>
      {reasons.map((reason) => (
        <p key={reason} className="mb-2 max-w-[65ch]">
          {t(`mine.waiting.${reason}`, { attended, base, needed })}
        </p>
      ))}
      {reasons.includes("nameNotConfirmed") ? (
        <p className="mt-4">
          <Button look="main" href={`${to.profile({ locale })}#certificate`}>
            {t("mine.waiting.confirm")}
          </Button>
        </p>
      ) : null}
    </Card>
  );
}
