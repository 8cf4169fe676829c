import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";

type SummaryProps = { workshop: WorkshopView; seats: { taken: number; capacity: number }; mayChange: boolean };

/** A workshop in a few facts, and where it leads. */
export function Summary({ workshop, seats, mayChange }: SummaryProps) {
  const { t, locale } = useTranslation(["workshops", "desk", "calls", "quotas", "selection", "dossier"]);
  const participants = (
    <>
      <a className="link text-2xl font-bold figures" href={to.participants({ locale, code: workshop.code })}>
        {seats.taken} / {seats.capacity}
      </a>{" "}
      {workshop.reserves ? <span className="ms-2 text-hint">{workshop.reserves}</span> : null}
    </>
  );
  const facts = [
    { term: t("facts.seats"), value: participants },
    { term: t("facts.dates"), value: workshop.period, className: "break-keep" },
    { term: t("facts.place"), value: <WorkshopPlace workshop={workshop} /> },
  ];
  return (
    <Panel pad="text" className="mb-4 print:mb-0 print:p-2">
      <Facts look="stacked" className="print:columns-3" facts={facts} />
      <p className="mt-3 print:hidden">
        <a className="link" href={to.quotas({ locale, code: workshop.code })}>
          {t("quotas:title")}
        </a>
      </p>
      {mayChange ? (
        <p className="mt-3 print:hidden">
          <a className="link" href={to.selection({ locale, code: workshop.code })}>
            {t("selection:title")}
          </a>
        </p>
      ) : null}
      {workshop.state === "draft" ? null : (
        <p className="mt-3 print:hidden">
          <a className="link" href={to.workshop({ locale, code: workshop.code })}>
            {t("desk:overview.publicPage")}
          </a>
        </p>
      )}
      {mayChange ? (
        <p className="mt-3 print:hidden">
          <a className="link" href={to.call({ locale, code: workshop.code })}>
            {t("calls:link.desk")}
          </a>
        </p>
      ) : null}
      {mayChange ? (
        <p className="mt-3 print:hidden">
          <a className="link" href={to.dossier({ locale, code: workshop.code })}>
            {t("dossier:desk.link")}
          </a>
        </p>
      ) : null}
      {mayChange ? (
        <p className="mt-3 print:hidden">
          <a className="link" href={to.edition({ locale, code: workshop.code })}>
            {t("desk:edition.link")}
          </a>
        </p>
      ) : null}
    </Panel>
  );
}
