import { useTranslation } from "#app/i18n/use-translation.ts";

type SeatMeterProps = {
  taken: number;
  capacity: number;
  /** The same in figures: 7 / 10. */
  figures: string;
  className?: string;
};

/** More seats than these are a bar. */
const mostDrawn = 40;
const step = 20;
const inRow = 20;

/** Seats, drawn one by one: those that are taken are full. The figures beside it say the same. */
export function SeatMeter({ taken, capacity, figures, className = "" }: SeatMeterProps) {
  const { t } = useTranslation("workshops");
  return (
    <span className={`flex flex-wrap items-center gap-x-3 gap-y-1 ${className}`}>
      <strong className="figures text-lg text-ink">{figures}</strong>
      <span className="sr-only"> {t("meter.taken")}</span>
      {capacity > mostDrawn ? <Bar share={Math.min(1, taken / capacity)} /> : <Seats {...{ taken, capacity }} />}
    </span>
  );
}

function Seats({ taken, capacity }: { taken: number; capacity: number }) {
  const columns = Math.min(inRow, capacity);
  const [width, height] = [columns * step - 4, Math.ceil(capacity / columns) * step - 4];
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="max-w-full">
      {Array.from({ length: capacity }, (_, seat) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: they neither move nor change
          key={seat}
          x={(seat % columns) * step + 1}
          y={Math.floor(seat / columns) * step + 1}
          width="14"
          height="14"
          rx="4"
          className={seat < taken ? "fill-key stroke-key" : "fill-panel stroke-edge"}
        />
      ))}
    </svg>
  );
}

const Bar = ({ share }: { share: number }) => (
  <svg aria-hidden="true" viewBox="0 0 196 14" width="196" height="14" className="max-w-full">
    <rect x="1" y="1" width="194" height="12" rx="6" className="fill-panel stroke-edge" />
    <rect x="1" y="1" width={194 * share} height="12" rx="6" className="fill-key" />
  </svg>
);
