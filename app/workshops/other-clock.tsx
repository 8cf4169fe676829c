import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOf, daysBetween, instantToWall, timeOf } from "#app/time/wall-time.ts";

type Clock = { date: string; startsTime: string; endsTime: string; zone: string; other: { zone: string; city: string } };

/** What the other country's clocks show for the times being typed. The zone rules arrive only when somebody types. */
export function OtherClock({ date, startsTime, endsTime, zone, other }: Clock) {
  const { t } = useTranslation(["workshops", "common"]);
  const [shown, setShown] = useState<{ time: string; shift: number } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void convert(date, startsTime, endsTime, zone, other.zone).then((found) => {
      if (isCurrent) setShown(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [date, startsTime, endsTime, zone, other.zone]);
  return (
    <output className="block min-h-7 text-ink" aria-live="polite">
      {shown ? (
        <>
          {t("session.otherClock", { city: other.city, time: shown.time })}
          {shown.shift ? ` · ${shown.shift > 0 ? t("common:day.next") : t("common:day.previous")}` : ""}
        </>
      ) : null}
    </output>
  );
}

async function convert(date: string, starts: string, ends: string, zone: string, otherZone: string) {
  if (!date || !starts) return null;
  const { wallToInstant } = await import("#app/time/zoned-time.ts");
  const wallIn = (time: string) => {
    const at = wallToInstant(`${date}T${time}`, zone);
    return at && instantToWall(at, otherZone);
  };
  const from = wallIn(starts);
  if (!from) return null;
  const to = ends ? wallIn(ends) : null;
  return { time: to ? `${timeOf(from)}–${timeOf(to)}` : timeOf(from), shift: Math.sign(daysBetween(date, dateOf(from))) };
}
