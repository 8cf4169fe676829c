import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OtherTime } from "./other-time.ts";

type Clock = { date: string; startsTime: string; endsTime: string; zone: string; other: { zone: string; city: string }; stored: OtherTime };

/** What the other country's clocks show for the times being typed. The rules of the zones arrive only when somebody types. */
export function OtherClock({ date, startsTime, endsTime, zone, other, stored }: Clock) {
  const { t } = useTranslation(["workshops", "desk", "common"]);
  const [first] = useState(`${date} ${startsTime} ${endsTime}`);
  const [typed, setTyped] = useState<OtherTime>(null);
  const isTyped = first !== `${date} ${startsTime} ${endsTime}`;
  useEffect(() => {
    if (!isTyped) return;
    let isCurrent = true;
    void import("./other-time.ts").then(({ otherTime }) => {
      if (isCurrent) setTyped(otherTime({ date, startsTime, endsTime }, zone, other.zone));
    });
    return () => {
      isCurrent = false;
    };
  }, [isTyped, date, startsTime, endsTime, zone, other.zone]);
  const shown = isTyped ? typed : stored;
  const timeOf = ({ from, to, shift }: NonNullable<OtherTime>) => {
    const time = to ? t("common:day.span", { from, to }) : from;
    if (shift === 0) return time;
    return t("common:day.shifted", { time, day: shift > 0 ? t("common:day.next") : t("common:day.previous") });
  };
  return (
    <output className="mb-6 block min-h-7 text-ink" aria-live="polite">
      {shown ? t("desk:session.otherClock", { city: other.city, time: timeOf(shown) }) : null}
    </output>
  );
}
