import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { ShownProgress } from "#app/web/work/progress-view.ts";

/** What somebody has begun and what goes on without them, as far as it is now. */
export function WorkUnderWay({ works }: { works: ShownProgress[] }) {
  const { t, locale } = useTranslation("work");
  if (works.length === 0) return null;
  return (
    <Section title={t("underWay")}>
      <Panel as="ul" isRuled>
        {works.map(({ id, title, text, percent }) => (
          <li key={id} className="grid items-center gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_16rem]">
            <a className="link" href={to.work({ locale, id })}>
              {title}
            </a>
            <span>
              <span className="figures mb-1 block text-sm text-hint">{text}</span>
              <progress className="advance" max={100} value={percent ?? undefined} aria-label={title} />
            </span>
          </li>
        ))}
      </Panel>
    </Section>
  );
}
