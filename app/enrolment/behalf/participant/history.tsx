import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { NameList } from "./consequence-list.tsx";
import type { HistoryEntry } from "./history-view.ts";

/** What has happened to an enrolment: what, when, by whom and why. */
export function EnrolmentHistory({ entries }: { entries: HistoryEntry[] }) {
  const { t } = useTranslation("behalf");
  return (
    <Panel as="ol" isRuled className="max-w-3xl">
      {entries.map(({ id, at, text, by, reason, note, passedOver, isUndone }) => (
        <li key={id} className="p-4">
          <p className="text-ink">
            <span className={isUndone ? "line-through" : "font-bold"}>{text}</span>{" "}
            {isUndone ? <Badge tone="quiet">{t("history.undone")}</Badge> : null}
          </p>
          <p className="text-sm text-hint">{by ? t("history.by", { at, name: by }) : at}</p>
          {passedOver.length ? (
            <p className="mt-1">
              {t("history.passedOver")} <NameList people={passedOver} />
            </p>
          ) : null}
          {reason ? <p className="mt-1 max-w-[65ch] whitespace-pre-line">{t("history.reason", { reason })}</p> : null}
          {note ? <p className="mt-1 max-w-[65ch] whitespace-pre-line">{t("history.note", { note })}</p> : null}
        </li>
      ))}
    </Panel>
  );
}
