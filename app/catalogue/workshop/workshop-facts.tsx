import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";

type WorkshopFactsProps = {
  workshop: WorkshopView;
  programme: { code: string; title: Localised };
  /** In which it is held, as a list in words. */
  languages: string;
  host: Localised | null;
  mode: "onSite" | "online" | "hybrid";
  /** The last day on which one can enrol; null where nobody has said, or it lies behind. */
  closing: string | null;
};

/** What stands on an invitation beside its title. */
export function WorkshopFacts({ workshop, programme, languages, host, mode, closing }: WorkshopFactsProps) {
  const { t, locale } = useTranslation(["workshops", "enrolment", "common"]);
  const seats = [workshop.seats, workshop.reserves].filter(Boolean).join(t("common:fact.between"));
  const facts = [
    { term: t("facts.dates"), value: workshop.period },
    { term: t("facts.closing"), value: closing },
    { term: t("facts.place"), value: <WorkshopPlace workshop={workshop} /> },
    {
      term: t("facts.programme"),
      value: (
        <a className="link" href={to.publicProgramme({ locale, code: programme.code })}>
          <LocalText value={programme.title} note />
        </a>
      ),
    },
    { term: t("facts.host"), value: host && <LocalText value={host} note /> },
    { term: t("facts.mode"), value: t(`mode.${mode}`) },
    { term: t("facts.languages"), value: languages },
    { term: t("facts.seats"), value: seats },
  ].map((fact) => ({ ...fact, className: "break-keep first-letter:uppercase" }));
  return (
    <Panel pad="text" className="print:mb-6 print:p-3">
      <Facts look="stacked" className="text-[0.9375rem] print:columns-2" facts={facts} />
    </Panel>
  );
}
