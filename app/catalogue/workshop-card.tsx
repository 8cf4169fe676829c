import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionTimes } from "#app/timetable/session-times.ts";
import { BothClocks } from "#app/timetable/timetable.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { SeatBadge } from "#app/workshops/state-badge.tsx";
import { WorkshopPlace } from "#app/workshops/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/workshop-view.ts";

export type CardView = WorkshopView & { next: SessionTimes | null };

type WorkshopCardProps = { card: CardView; to: string; heading?: "h2" | "h3"; children?: ReactNode };

export function WorkshopCard({ card, to, heading: Heading = "h3", children }: WorkshopCardProps) {
  const { t } = useTranslation(["workshops", "common"]);
  return (
    <li className="panel p-5 sm:p-6">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="text-sm text-hint figures">{card.code}</span>
        <SeatBadge state={card.state} seatView={card.seatView} />
      </div>
      <Heading className="mb-2 text-xl">
        <a className="link" href={to}>
          <LocalText value={card.title} note />
        </a>
      </Heading>
      <dl className="facts">
        <dt>{t("facts.dates")}</dt>
        <dd className="break-keep">{card.period}</dd>
        <dt>{t("facts.place")}</dt>
        <dd>
          <WorkshopPlace workshop={card} />
        </dd>
        {card.next ? (
          <>
            <dt>{t("facts.firstSession")}</dt>
            <dd>
              <BothClocks times={card.next} withDay />
            </dd>
          </>
        ) : null}
        <dt>{t("facts.seats")}</dt>
        <dd className="figures">{[card.seats, card.reserves].filter(Boolean).join(t("common:fact.between"))}</dd>
      </dl>
      {children}
    </li>
  );
}
