import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { HostMark } from "#app/institutions/host-mark.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";
import type { ContactView } from "./contact-view.ts";

type HostView = Localised & { acronym: string; country: string };

type WorkshopFactsProps = {
  workshop: WorkshopView;
  programme: { code: string; title: Localised };
  /** In which it is held, as a list in words. */
  languages: string;
  host: HostView | null;
  mode: "onSite" | "online" | "hybrid";
  contact: ContactView | null;
};

/** What stands on an invitation beside its title. */
export function WorkshopFacts({ workshop, programme, languages, host, mode, contact }: WorkshopFactsProps) {
  const { t, locale } = useTranslation(["workshops", "common"]);
  const facts = [
    { term: t("facts.dates"), value: workshop.period },
    { term: t("facts.place"), value: <WorkshopPlace workshop={workshop} /> },
    {
      term: t("facts.programme"),
      value: (
        <a className="link" href={to.publicProgramme({ locale, code: programme.code })}>
          <LocalText value={programme.title} note />
        </a>
      ),
    },
    { term: t("facts.host"), value: host && <Host host={host} /> },
    { term: t("facts.mode"), value: t(`mode.${mode}`) },
    { term: t("facts.languages"), value: languages },
    { term: t("facts.contact"), value: contact && <Contact {...contact} /> },
  ].map((fact) => ({ ...fact, className: "break-keep first-letter:uppercase" }));
  return (
    <Panel pad="text" className="print:mb-6 print:p-3">
      <Facts look="stacked" className="text-[0.9375rem] print:columns-3" facts={facts} />
    </Panel>
  );
}

const Contact = ({ name, email, phone }: ContactView) => (
  <span className="grid justify-items-start normal-case print:flex print:flex-wrap print:gap-x-3">
    {name ? <span>{name}</span> : null}
    {email ? (
      <a className="link wrap-anywhere" href={`mailto:${email}`}>
        {email}
      </a>
    ) : null}
    {phone ? (
      <a className="link figures" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
        {phone}
      </a>
    ) : null}
  </span>
);

const Host = ({ host }: { host: HostView }) => (
  <span className="mt-1 flex items-center gap-3">
    <HostMark {...host} />
    <span>
      <LocalText value={host} note />
    </span>
  </span>
);
