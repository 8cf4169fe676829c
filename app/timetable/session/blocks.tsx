import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Zone } from "#app/time/zones.ts";
import { LiveScript } from "#app/web/live-script.tsx";
import { blocksIn } from "./blocks.rules.ts";

type BlocksProps = {
  zone: Zone;
  /** The page with a block filled in, for whoever has no script; a press fills it in where it is typed. */
  hrefOf: (index: number) => string;
};

/** The usual periods and halves of a day, to begin with. */
export function SessionBlocks({ zone, hrefOf }: BlocksProps) {
  const { t } = useTranslation(["desk", "common"]);
  return (
    <nav className="mb-4" data-live="sessionBlocks" aria-label={t("session.blocks")}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {blocksIn(zone).map(({ name, number, starts, ends }, index) => {
          const time = t("common:day.span", { from: starts, to: ends });
          return (
            <li key={`${name} ${number}`}>
              <a
                className="link inline-flex min-h-11 items-center"
                href={hrefOf(index)}
                data-starts={starts}
                data-ends={ends}
              >
                {name === "period" ? t("block.period", { number, time }) : t(`block.${name}`, { time })}
              </a>
            </li>
          );
        })}
      </ul>
      <LiveScript />
    </nav>
  );
}
