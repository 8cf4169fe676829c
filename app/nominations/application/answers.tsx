import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { AnswersView, PartView } from "./application-view.ts";

type Props = {
  sections: AnswersView;
  /** Leads to where the answers of a section change. */
  change?: (section: string) => ReactNode;
};

/** Every question with its answer; what is required and missing says so. */
export function AnswerSections({ sections, change }: Props) {
  const { t } = useTranslation("applications");
  return sections.map(({ key, title, items, until, erasedOn }) => (
    <Section key={key} title={<LocalText value={title} note />} aside={change?.(key)}>
      {until && !erasedOn ? <Hint className="mb-2 max-w-[65ch]">{t("sealed.note", { until })}</Hint> : null}
      {erasedOn ? <p>{t("sealed.erasedOn", { on: erasedOn })}</p> : <AnswerItems items={items} />}
    </Section>
  ));
}

/** The questions of a section with their answers. */
export function AnswerItems({ items }: Pick<PartView, "items">) {
  const { t } = useTranslation("applications");
  return (
    <Panel as="dl" isRuled>
      {items.map((item) => (
        <div key={item.key} className="grid gap-x-6 px-5 py-3 break-inside-avoid sm:grid-cols-[16rem_1fr]">
          <dt className="font-bold text-ink">
            <LocalText value={item.label} />
          </dt>
          <dd className="wrap-anywhere max-w-[65ch] whitespace-pre-line">
            {item.text ||
              (item.isMissing ? (
                <strong className="text-bad">{t("missing")}</strong>
              ) : (
                <span className="text-hint">{t("noAnswer")}</span>
              ))}
          </dd>
        </div>
      ))}
    </Panel>
  );
}

type DeclarationsProps = {
  declarations: { key: string; text: { text: string; lang: "es" | "ja" | "en" }; isMade: boolean }[];
};

/** What its nominee has declared. */
export function MadeDeclarations({ declarations }: DeclarationsProps) {
  const { t } = useTranslation("applications");
  return (
    <Section title={t("declarations.title")}>
      <Panel as="ul" isRuled className="max-w-4xl">
        {declarations.map(({ key, text, isMade }) => (
          <li key={key} className="grid gap-x-6 px-5 py-3 break-inside-avoid sm:grid-cols-[10rem_1fr]">
            <strong className={isMade ? "text-good" : "text-hint"}>
              {t(isMade ? "declarations.made" : "declarations.notMade")}
            </strong>
            <span className="max-w-[65ch]">
              <LocalText value={text} />
            </span>
          </li>
        ))}
      </Panel>
    </Section>
  );
}
