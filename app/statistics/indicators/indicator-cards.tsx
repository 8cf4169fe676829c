import { useTranslation } from "#app/i18n/use-translation.ts";
import { levels } from "#app/programmes/indicators/rules.ts";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { IndicatorMeter } from "./indicator-meter.tsx";
import type { IndicatorView } from "./indicator-view.ts";

type Props = {
  indicators: readonly IndicatorView[];
  /** Where each leads to; nowhere on a public page. */
  hrefOf?: (indicator: IndicatorView) => string;
};

/** The indicators of a programme as pictures, from its goal on. Those that no longer count are left out. */
export function IndicatorCards({ indicators, hrefOf }: Props) {
  const { t } = useTranslation("programmes");
  const counting = indicators.filter(({ isArchived }) => !isArchived);
  return levels.map((level) => {
    const own = counting.filter((indicator) => indicator.level === level);
    if (!own.length) return null;
    return (
      <div key={level} className="mb-6 last:mb-0">
        <h3 className="mb-2 text-base">{t(`indicator.level.${level}`)}</h3>
        <Panel as="ul" isRuled>
          {own.map((indicator) => (
            <li key={indicator.id} className="break-inside-avoid p-4 sm:p-5">
              <Card indicator={indicator} href={hrefOf?.(indicator)} />
            </li>
          ))}
        </Panel>
      </div>
    );
  });
}

function Card({ indicator, href }: { indicator: IndicatorView; href: string | undefined }) {
  const { code, name, definition } = indicator;
  return (
    <>
      <p className="mb-2 text-ink">
        <span className="figures me-1 text-hint">{code}</span>{" "}
        {href ? (
          <a className="link font-bold" href={href}>
            <LocalText value={name} note />
          </a>
        ) : (
          <span className="font-bold">
            <LocalText value={name} note />
          </span>
        )}
        {definition.text && !href ? (
          <span className="mt-1 block text-sm text-hint">
            <LocalText value={definition} />
          </span>
        ) : null}
      </p>
      <IndicatorMeter indicator={indicator} />
    </>
  );
}
