import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";

type SectionCard = { key: string; title: Localised; state: "complete" | "begun" | "empty"; missing: number };

const tones = { complete: "good", begun: "key", empty: "quiet" } as const;

/** The sections in their order, each with what is still missing in it. */
export function SectionCards({ code, sections }: { code: string; sections: SectionCard[] }) {
  const { t, locale } = useTranslation("applications");
  return (
    <Panel as="ol" isRuled className="max-w-3xl">
      {sections.map(({ key, title, state, missing }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3">
          <a
            className="link inline-flex min-h-11 items-center font-bold"
            href={to.applicationSection({ locale, code, section: key })}
          >
            <LocalText value={title} note />
          </a>
          <Badge tone={tones[state]}>
            {state === "begun" ? t("section.missing", { count: missing }) : t(`section.${state}`)}
          </Badge>
        </li>
      ))}
    </Panel>
  );
}
