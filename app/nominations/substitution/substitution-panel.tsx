import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NominationBadge } from "#app/nominations/nomination/nomination-badge.tsx";
import { PersonName } from "#app/people/person-name.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import type { SubstitutionView } from "./substitution-view.ts";

type Props = {
  substitution: SubstitutionView;
  /** The page of a nomination. */
  pageOf: (id: string) => string;
  /** What can be done about it. */
  children?: ReactNode;
};

/** Who stands in for whom; nothing where nobody does and nobody could. */
export function SubstitutionPanel({ substitution, pageOf, children }: Props) {
  const { t } = useTranslation("nominations");
  const { replaced, substitute, until } = substitution;
  if (!replaced && !substitute && !until) return null;
  return (
    <Section title={t("substitute.title")}>
      <Panel pad="text" className="flex max-w-3xl flex-col items-start gap-3">
        {replaced ? (
          <p>
            {t("substitute.inPlaceOf")}{" "}
            <a className="link" href={pageOf(replaced.id)}>
              <PersonName value={replaced.name} />
            </a>
            {replaced.because ? <SecondLine>{t(`because.${replaced.because}`)}</SecondLine> : null}
          </p>
        ) : null}
        {substitute ? (
          <p>
            {t("substitute.proposed")}{" "}
            <a className="link" href={pageOf(substitute.id)}>
              <PersonName value={substitute.name} />
            </a>{" "}
            <NominationBadge state={substitute.state} />
          </p>
        ) : null}
        {children}
      </Panel>
    </Section>
  );
}
