import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Zone } from "#app/time/zones.ts";
import { useFormState } from "#app/ui/form/form.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import { type OtherTime, otherTime } from "./other-time.ts";

export type Clocks = { zone: Zone; city: string; other: { zone: Zone; city: string } };

/** What the other country's clocks show for the times in the form, also while they are typed. */
export function OtherClock({ zone, other }: Clocks) {
  const { t } = useTranslation(["workshops", "desk", "common"]);
  const { values } = useFormState();
  const field = (name: string) => String(values[name] ?? "");
  const textOf = ({ from, to, shift }: NonNullable<OtherTime>) => {
    const time = to ? t("common:day.span", { from, to }) : from;
    const day = shift > 0 ? t("common:day.next") : t("common:day.previous");
    return t("desk:session.otherClock", {
      city: other.city,
      time: shift === 0 ? time : t("common:day.shifted", { time, day }),
    });
  };
  const texts = [-1, 0, 1].flatMap((shift) => [
    [`start ${shift}`, textOf({ from: "{from}", to: null, shift })],
    [`span ${shift}`, textOf({ from: "{from}", to: "{to}", shift })],
  ]);
  const shown = otherTime(
    {
      ...{ date: field("date"), startsTime: field("startsTime"), endsTime: field("endsTime") },
      endsNextDay: field("endsNextDay") !== "",
    },
    zone,
    other.zone,
  );
  return (
    <>
      <output
        data-live="otherClock"
        data-zone={zone}
        data-other={other.zone}
        data-texts={JSON.stringify(Object.fromEntries(texts))}
        className="mb-6 block min-h-7 text-ink"
        aria-live="polite"
      >
        {shown ? textOf(shown) : null}
      </output>
      <LiveScript />
    </>
  );
}
