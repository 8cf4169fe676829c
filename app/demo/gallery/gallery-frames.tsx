import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Lines } from "#app/ui/display/facts.tsx";
import { Card } from "#app/ui/frame/card.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";

const edges = ["key", "good", "bad"] as const;

/** What holds something together. */
export function GalleryFrames({ here }: { here: string }) {
  const { t } = useTranslation("gallery");
  return (
    <Section
      title={t("section.frames")}
      aside={
        <a className="link" href={here}>
          {t("aside")}
        </a>
      }
    >
      <div className="grid gap-4">
        {edges.map((edge) => (
          <Panel key={edge} pad="card" edge={edge}>
            {t("long")}
          </Panel>
        ))}
        <Panel as="ul" pad="sides" isRuled>
          {locales.map((locale) => (
            <li key={locale} className="py-3">
              <LocalText value={{ text: endonyms[locale], lang: locale }} note />
            </li>
          ))}
        </Panel>
      </div>
      <Hint className="mt-4">{t("hint")}</Hint>
      <ul className="mt-4 grid gap-4 lg:grid-cols-2">
        <Card code={t("card.code")} badge={<Badge tone="good">{t("tone.good")}</Badge>} title={t("value")}>
          {t("card.text")}
        </Card>
        <Card code={t("card.code")} badge={<Badge tone="warn">{t("tone.warn")}</Badge>} title={t("long")}>
          <Lines lines={[{ text: t("value") }, { text: t("card.text") }]} />
          <Address email="coordinator@demo.example" />
        </Card>
      </ul>
    </Section>
  );
}
