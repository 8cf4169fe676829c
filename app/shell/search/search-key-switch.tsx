import { useTranslation } from "#app/i18n/use-translation.ts";
import { LiveScript } from "#app/web/live-script.tsx";

/** A key without Ctrl disturbs whoever speaks to their computer: it can be turned off, by the script that brings it. */
export function SearchKeySwitch() {
  const { t } = useTranslation();
  return (
    <div
      hidden
      data-live="searchKeySwitch"
      data-on={t("search.key.on")}
      data-off={t("search.key.off")}
      className="mt-8 flex flex-wrap items-center gap-x-3 text-sm text-hint pointer-coarse:hidden print:hidden"
    >
      <p role="status" />
      <button
        type="button"
        className="link min-h-11 cursor-pointer"
        data-on={t("search.key.turnOff")}
        data-off={t("search.key.turnOn")}
      />
      <LiveScript />
    </div>
  );
}
