import { useTranslation } from "#app/i18n/use-translation.ts";
import { DeadlineClock } from "#app/workshops/view/deadline-clock.tsx";
import type { DeadlineView } from "#app/workshops/view/deadline-view.ts";
import { SeatMeter } from "#app/workshops/view/seat-meter.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";

type Props = {
  workshop: WorkshopView;
  deadline: DeadlineView | null;
  /** Whether seats may still be given to those who wait. */
  isMoving: boolean;
};

/** What an invitation says beside its button: how many seats are left, what waiting means, and until when. */
export function SeatsAndDeadline({ workshop, deadline, isMoving }: Props) {
  const { t } = useTranslation("workshops");
  const { seatsTaken, capacity, reserveCount, reserves, seats, seatView, state } = workshop;
  if (state === "cancelled") return null;
  const free = capacity - seatsTaken - reserveCount;
  return (
    <div className="mb-4">
      <SeatMeter taken={seatsTaken} capacity={capacity} figures={seats} />
      {seatView === "free" || seatView === "few" ? (
        <p className="text-sm text-hint">{t("meter.free", { count: free })}</p>
      ) : null}
      {reserveCount && isMoving ? (
        <p className="text-sm text-hint">
          {seatView === "full" ? reserves : t("meter.waiting", { count: reserveCount })}
        </p>
      ) : null}
      {deadline ? <Deadline deadline={deadline} /> : null}
    </div>
  );
}

function Deadline({ deadline: { act, at, left, clocks } }: { deadline: DeadlineView }) {
  const { t } = useTranslation("workshops");
  const [venue, mine] = clocks;
  return (
    <p className="mt-3">
      <span className="block text-sm text-hint">{t(`deadline.${act}`)}</span>{" "}
      {venue ? (
        <time dateTime={at} className="block font-bold text-ink">
          <DeadlineClock clock={venue} />
        </time>
      ) : null}{" "}
      {mine ? (
        <span className="block text-sm text-hint">
          <DeadlineClock clock={mine} />
        </span>
      ) : null}{" "}
      {left ? <strong className="text-guinda">{left}</strong> : null}
    </p>
  );
}
