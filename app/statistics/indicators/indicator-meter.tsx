import { useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { IndicatorView } from "./indicator-view.ts";

const standingTones = {
  reached: "good",
  onCourse: "key",
  behind: "warn",
  unknown: "quiet",
  noTarget: "quiet",
} as const satisfies Record<IndicatorView["advance"]["standing"], Tone>;

type Props = { indicator: Pick<IndicatorView, "name" | "valueText" | "baselineText" | "target" | "unit" | "advance"> };

/** Where an indicator stands on the way from its baseline to its target, and where time stands; in words above it. */
export function IndicatorMeter({ indicator }: Props) {
  const { t } = useTranslation("programmes");
  const { valueText, baselineText, target, unit, advance } = indicator;
  const { standing, done, elapsed } = advance;
  return (
    <div>
      <p className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span>
          <span className="figures text-lg font-bold text-ink">{valueText ?? t("indicator.noValue")}</span>{" "}
          {valueText && unit.text ? <LocalText value={unit} /> : null}
        </span>{" "}
        <Badge tone={standingTones[standing]}>{t(`indicator.standing.${standing}`)}</Badge>
      </p>
      {target ? (
        <>
          <Drawn indicator={indicator} done={done} elapsed={elapsed} />
          <p className="figures flex flex-wrap justify-between gap-x-4 text-sm text-hint">
            <span>{t("indicator.from", { value: baselineText })}</span>{" "}
            <span>{t("indicator.to", { value: target.text, day: target.day })}</span>
          </p>
        </>
      ) : null}
    </div>
  );
}

type DrawnProps = Props & { done: number | null; elapsed: number | null };
const height = 12;

/** The bar is what was reached; the line across it is where an even pace would be today. */
function Drawn({ indicator: { name, valueText, target }, done, elapsed }: DrawnProps) {
  const { t } = useTranslation("programmes");
  const id = useId();
  const percent = (share: number | null) => Math.round((share ?? 0) * 100);
  const at = `${percent(elapsed)}%`;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      width="100%"
      height={height + 8}
      className="my-1 block overflow-visible"
    >
      <title id={`${id}-title`}>
        {t("indicator.drawn", {
          name: name.text,
          value: valueText ?? t("indicator.noValue"),
          target: target?.text ?? "",
          done: percent(done),
          elapsed: percent(elapsed),
        })}
      </title>
      <rect x="0" y="4" width="100%" height={height} rx="6" className="fill-hairline" />
      {done === null ? null : (
        <rect x="0" y="4" width={`${percent(done)}%`} height={height} rx="6" className="fill-key" />
      )}
      <line x1={at} x2={at} y1="0" y2={height + 8} className="stroke-panel stroke-[6]" />
      <line x1={at} x2={at} y1="0" y2={height + 8} className="stroke-ink stroke-2" />
    </svg>
  );
}
