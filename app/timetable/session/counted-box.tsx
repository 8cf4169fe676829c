import { useTranslation } from "#app/i18n/use-translation.ts";
import { Boxes } from "#app/ui/form/fields.tsx";
import { LiveScript } from "#app/web/live-script.tsx";

/** Whether a session counts towards attendance: it follows the kind that is chosen, until somebody says otherwise. */
export function CountedBox() {
  const { t } = useTranslation("desk");
  return (
    <div data-live="kindCounts">
      <Boxes
        name="isCounted"
        legend={t("field.isCounted")}
        options={[{ value: "1", label: t("hint.isCounted") }]}
        unmarked
      />
      <LiveScript />
    </div>
  );
}
