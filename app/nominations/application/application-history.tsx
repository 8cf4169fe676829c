import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { ApplicationBadge } from "./application-badge.tsx";
import type { ApplicationHistoryView } from "./application-view.ts";

/** What has become of an application, the latest first: by whom, when and why. */
export function ApplicationHistory({ history }: Pick<ApplicationHistoryView, "history">) {
  const { t } = useTranslation(["applications", "nominations"]);
  if (!history.length) return null;
  return (
    <Section title={t("history")}>
      <Panel as="ol" isRuled className="max-w-3xl">
        {history.map(({ id, state, who, by, at, reason }) => (
          <li key={id} className="px-5 py-3">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <ApplicationBadge state={state} />
              <span className="text-sm text-hint">
                {by
                  ? t("nominations:history.lineBy", { who: t(`nominations:who.${who}`), by, at })
                  : t("nominations:history.line", { who: t(`nominations:who.${who}`), at })}
              </span>
            </span>
            {reason ? <p className="wrap-anywhere mt-1 whitespace-pre-line">{reason}</p> : null}
          </li>
        ))}
      </Panel>
    </Section>
  );
}
