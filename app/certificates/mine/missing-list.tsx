import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Card } from "#app/ui/frame/card.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { Standing } from "./missing.rules.ts";
import type { missingOf } from "./missing.ts";

type Missing = Awaited<ReturnType<typeof missingOf>>[number];

const tones: Record<Standing["standing"], Tone> = { ready: "key", yours: "warn", none: "quiet" };

/** Finished workshops without a valid certificate: why there is none, and what can be done. */
export function MissingList({ missing }: { missing: Missing[] }) {
  const { t } = useTranslation("certificates");
  if (!missing.length) return null;
  return (
    <Section title={t("mine.missing.title")}>
      <ul className="grid gap-4">
        {missing.map((one) => (
          <MissingCard key={one.code} {...one} />
        ))}
      </ul>
    </Section>
  );
}

function MissingCard({ code, title, period, standing, reasons, attended, base, needed }: Missing) {
  const { t, locale } = useTranslation("certificates");
  return (
    <Card
      code={code}
      badge={<Badge tone={tones[standing]}>{t(`mine.missing.state.${standing}`)}</Badge>}
      title={
        <a className="link" href={to.workshop({ locale, code })}>
          <LocalText value={title} note />
        </a>
      }
    >
      <p className="mb-2 text-hint break-keep">{period}</p>
      {reasons.map((reason) => (
        <p key={reason} className="mb-2 max-w-[65ch]">
          {t(`mine.missing.${reason}`, { attended, base, needed })}
        </p>
      ))}
      {reasons.includes("nameNotConfirmed") ? (
        <p className="mt-4">
          <Button look="main" href={`${to.profile({ locale })}#certificate`}>
            {t("mine.missing.confirm")}
          </Button>
        </p>
      ) : null}
    </Card>
  );
}
