import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import type { ShownProgress } from "./progress-view.ts";

/** How often a page without scripts is read anew. */
const refreshSeconds = 2;

/** How far work has come, while one looks. Shown as long as it goes on; then its page says what came of it. */
export function WorkInProgress({ work }: { work: ShownProgress }) {
  const { t, locale } = useTranslation("work");
  const { id, percent, text, note, isStopping } = work;
  return (
    <Panel
      as="section"
      pad="card"
      className="max-w-2xl"
      data-live="workProgress"
      data-events={to.workEvents({ locale, id })}
      aria-label={work.title}
    >
      <noscript>
        <meta httpEquiv="refresh" content={String(refreshSeconds)} />
      </noscript>
      <p className="figures font-bold text-ink" data-text>
        {text}
      </p>
      <progress className="advance my-3" max={100} value={percent ?? undefined} aria-label={work.title} />
      <p className="text-sm text-hint empty:hidden" data-note>
        {note}
      </p>
      <p role="status" className="sr-only" data-spoken />
      <p hidden className="mt-2 text-sm text-bad" data-lost>
        {t("lost")}
      </p>
      <Hint className="mt-3">{t("leave")}</Hint>
      {!isStopping ? (
        <PostButton look="plain" action={to.work({ locale, id })} className="mt-3">
          {t("stop")}
        </PostButton>
      ) : null}
      <LiveScript />
    </Panel>
  );
}
