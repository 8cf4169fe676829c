import { useTranslation } from "#app/i18n/use-translation.ts";
import { Panel } from "#app/ui/frame/panel.tsx";
import { NominationBadge } from "./nomination-badge.tsx";
import type { WholeNominee } from "./nominee-view.ts";

/** What has become of a nomination, the latest first: by whom, when and why. */
export function NominationHistory({ history }: Pick<WholeNominee, "history">) {
  const { t } = useTranslation("nominations");
  return (
    <section className="mb-8 max-w-3xl">
      <h2 className="mb-2 text-lg">{t("history.title")}</h2>
      <Panel as="ol" isRuled>
        {history.map(({ state, who, by, at, reason }) => (
          <li key={`${at} ${state}`} className="px-5 py-3">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <NominationBadge state={state} />
              <span className="text-sm text-hint">
                {by
                  ? t("history.lineBy", { who: t(`who.${who}`), by, at })
                  : t("history.line", { who: t(`who.${who}`), at })}
              </span>
            </span>
            {reason ? <p className="wrap-anywhere mt-1 whitespace-pre-line">{reason}</p> : null}
          </li>
        ))}
      </Panel>
    </section>
  );
}
