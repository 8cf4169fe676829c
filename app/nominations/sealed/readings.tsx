import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { ReadingsView } from "./desk/sealed-view.ts";

/** Who has read sensitive answers, and when. */
export function Readings({ readings }: { readings: ReadingsView }) {
  const { t } = useTranslation("applications");
  return (
    <Section title={t("sealed.readings")}>
      {readings.length ? (
        <Panel as="ol" isRuled className="max-w-3xl">
          {readings.map(({ id, section, by, at }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-5 py-3">
              <strong>{section ? <LocalText value={section} /> : null}</strong>
              <span className="text-sm text-hint">{t("sealed.readBy", { by, at })}</span>
            </li>
          ))}
        </Panel>
      ) : (
        <p className="text-hint">{t("sealed.unread")}</p>
      )}
    </Section>
  );
}
