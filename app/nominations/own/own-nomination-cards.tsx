import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NominationBadge } from "#app/nominations/nomination/nomination-badge.tsx";
import { Card } from "#app/ui/frame/card.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { ApplicationStep } from "./application-step.tsx";
import { NextStep } from "./next-step.tsx";
import type { OwnNomination } from "./own-nominations.ts";

/** Where the reader is nominated; nothing where they never were. */
export function OwnNominationCards({ nominations }: { nominations: OwnNomination[] }) {
  const { t, locale } = useTranslation("nominations");
  if (!nominations.length) return null;
  return (
    <Section title={t("own.title")}>
      <ul className="grid gap-4">
        {nominations.map((nomination) => (
          <Card
            key={nomination.id}
            code={nomination.code}
            badge={<NominationBadge state={nomination.state} />}
            title={
              <a className="link" href={to.myNomination({ locale, nomination: nomination.id })}>
                <LocalText value={nomination.title} note />
              </a>
            }
          >
            <p className="mb-2 break-keep">{nomination.period}</p>
            <ApplicationStep nomination={nomination} />
            <NextStep nomination={nomination} />
          </Card>
        ))}
      </ul>
    </Section>
  );
}
