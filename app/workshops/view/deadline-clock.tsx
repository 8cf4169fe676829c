import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DeadlineView } from "./deadline-view.ts";

/** A day and a time with its city, each of them in one line. */
export function DeadlineClock({ clock }: { clock: DeadlineView["clocks"][number] }) {
  const { t } = useTranslation("workshops");
  return (
    <>
      <span className="inline-block first-letter:uppercase">{t("deadline.day", clock)}</span>{" "}
      <span className="inline-block">{t("deadline.clock", clock)}</span>
    </>
  );
}
