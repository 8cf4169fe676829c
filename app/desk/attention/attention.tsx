import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Meter } from "#app/ui/display/meter.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import type { AttentionKind, Urgency } from "./attention.rules.ts";

type AttentionItem = {
  kind: AttentionKind;
  urgency: Urgency;
  /** Of its workshop; empty where it belongs to none. */
  code: string;
  title: Localised;
  count: number;
  /** Whether there are more than are counted. */
  isMore?: boolean;
  /** When the workshop begins or ended, in words. */
  when: string;
  to: string;
  languages: string;
  seats?: { taken: number; of: number };
};

/** So many stand above everything else; the others unfold. */
const shown = 6;

/** What waits for somebody, a step away from where it is done. */
export function Attention({ items }: { items: AttentionItem[] }) {
  const { t } = useTranslation("desk");
  const further = items.slice(shown);
  return (
    <Section title={t("attention.title")}>
      {items.length ? <List items={items.slice(0, shown)} /> : <Hint>{t("attention.none")}</Hint>}
      {further.length ? (
        <details className="mt-2">
          <summary className="link min-h-11 cursor-pointer py-2">
            {t("furtherTasks", { count: further.length })}
          </summary>
          <List items={further} />
        </details>
      ) : null}
    </Section>
  );
}

const List = ({ items }: { items: AttentionItem[] }) => (
  <Panel as="ul" isRuled>
    {items.map((item) => (
      <Line key={`${item.kind} ${item.to}`} item={item} />
    ))}
  </Panel>
);

const tones: Record<Urgency, Tone> = { now: "bad", soon: "warn", later: "quiet" };

function Line({ item }: { item: AttentionItem }) {
  const { kind, urgency, code, title, count, isMore, when, to, languages, seats } = item;
  const { t } = useTranslation("desk");
  return (
    <li className="grid items-center gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_auto] lg:grid-cols-[7rem_1fr_16rem]">
      <span>
        <Badge tone={tones[urgency]}>{t(`attention.urgency.${urgency}`)}</Badge>
      </span>
      <div className="min-w-0 max-lg:order-first max-lg:col-span-full">
        <a className="link font-bold" href={to}>
          {isMore ? t("attention.moreDoubles", { count }) : t(`attention.kind.${kind}`, { count, languages })}
          {code ? <span className="sr-only">{t("attention.about", { code })}</span> : null}
        </a>
        {code || title.text ? (
          <SecondLine>
            {code ? <span className="figures me-1">{code}</span> : null} <LocalText value={title} />
          </SecondLine>
        ) : null}
      </div>
      <div className="text-sm text-hint lg:text-end">
        {when}
        {seats ? (
          <span className="mt-1 block">
            <Meter
              label={t("attention.seats")}
              text={`${seats.taken} / ${seats.of}`}
              value={seats.taken}
              of={seats.of}
            />
          </span>
        ) : null}
      </div>
    </li>
  );
}
