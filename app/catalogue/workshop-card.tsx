import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionTimes } from "#app/timetable/clocks/session-times.ts";
import { BothClocks } from "#app/timetable/timetable.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Card } from "#app/ui/frame/card.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { SeatBadge } from "#app/workshops/view/state-badge.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";

export type CardView = WorkshopView & { next: SessionTimes | null };

type WorkshopCardProps = { card: CardView; to: string; heading?: "h2" | "h3" };

export function WorkshopCard({ card, to, heading }: WorkshopCardProps) {
  const { t } = useTranslation(["workshops", "common"]);
  const seats = [card.seats, card.reserves].filter(Boolean).join(t("common:fact.between"));
  const facts = [
    { term: t("facts.dates"), value: card.period, className: "break-keep" },
    { term: t("facts.place"), value: <WorkshopPlace workshop={card} /> },
    { term: t("facts.firstSession"), value: card.next && <BothClocks times={card.next} withDay /> },
    { term: t("facts.seats"), value: seats, className: "figures" },
  ];
  const title = (
    <a className="link" href={to}>
      <LocalText value={card.title} note />
    </a>
  );
  const badge = <SeatBadge state={card.state} seatView={card.seatView} />;
  return (
    <Card code={card.code} badge={badge} heading={heading} title={title}>
      <Facts look="beside" facts={facts} />
    </Card>
  );
}
