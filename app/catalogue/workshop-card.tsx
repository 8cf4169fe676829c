import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionTimes } from "#app/timetable/clocks/session-times.ts";
import { BothClocks } from "#app/timetable/timetable.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Card } from "#app/ui/frame/card.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { DeadlineClock } from "#app/workshops/view/deadline-clock.tsx";
import type { DeadlineView } from "#app/workshops/view/deadline-view.ts";
import { SeatMeter } from "#app/workshops/view/seat-meter.tsx";
import { SeatBadge } from "#app/workshops/view/state-badge.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";

export type CardView = WorkshopView & { next: SessionTimes | null; deadline: DeadlineView | null };

type WorkshopCardProps = { card: CardView; to: string; heading?: "h2" | "h3" };

export function WorkshopCard({ card, to, heading }: WorkshopCardProps) {
  const { t } = useTranslation("workshops");
  const { deadline } = card;
  const facts = [
    { term: t("facts.dates"), value: card.period, className: "break-keep" },
    { term: t("facts.place"), value: <WorkshopPlace workshop={card} /> },
    { term: t("facts.firstSession"), value: card.next && <BothClocks times={card.next} withDay /> },
    { term: t("facts.seats"), value: <Seats card={card} /> },
    ...(deadline ? [{ term: t(`deadline.${deadline.act}`), value: <Until deadline={deadline} /> }] : []),
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

function Seats({ card: { seatsTaken, capacity, seats, reserves, state } }: { card: CardView }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      {state === "cancelled" ? seats : <SeatMeter taken={seatsTaken} capacity={capacity} figures={seats} />}
      {reserves ? <span className="text-sm text-hint">{reserves}</span> : null}
    </span>
  );
}

/** On the venue's clock, as the card's dates are. */
function Until({ deadline: { at, left, clocks } }: { deadline: DeadlineView }) {
  return (
    <>
      <time dateTime={at}>{clocks[0] ? <DeadlineClock clock={clocks[0]} /> : null}</time>{" "}
      {left ? <strong className="text-guinda">{left}</strong> : null}
    </>
  );
}
