import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Meter } from "#app/ui/display/meter.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

type Written = { language: Locale; written: number; of: number };

/** How much of the text is written in each language. */
export function LanguagesPanel({ languages }: { languages: Written[] }) {
  const { t } = useTranslation(["workshops", "desk"]);
  return (
    <Panel as="section" pad="text" className="mb-4 print:hidden">
      <h2 className="mb-3 text-lg">{t("desk:completeness.title")}</h2>
      <ul className="space-y-2">
        {languages.map(({ language, written, of }) => (
          <li key={language}>
            <Meter
              label={endonyms[language]}
              lang={language}
              text={t("desk:completeness.count", { written, of })}
              value={written}
              of={of}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
