import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "#app/ui/frame/card.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";

type Props = {
  workshop: WorkshopView;
  badge: ReactNode;
  /** Whether its reader takes part, and there is something to prepare. */
  isPreparing?: boolean;
};

/** A workshop in a list of one's own. */
export function MyWorkshopCard({ workshop, badge, isPreparing }: Props) {
  const { t, locale } = useTranslation(["enrolment", "dossier"]);
  return (
    <Card
      code={workshop.code}
      badge={badge}
      title={
        <a className="link" href={to.workshop({ locale, code: workshop.code })}>
          <LocalText value={workshop.title} note />
        </a>
      }
    >
      <p className="break-keep">{workshop.period}</p>
      <p>
        <WorkshopPlace workshop={workshop} />
      </p>
      {isPreparing ? (
        <p className="mt-3">
          <a className="link" href={to.myDossier({ locale, code: workshop.code })}>
            {t("dossier:own.link")}
          </a>
        </p>
      ) : null}
    </Card>
  );
}
