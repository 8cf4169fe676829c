import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NavLink } from "#app/ui/link.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Page } from "#app/ui/page.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { WorkshopView } from "./workshop-view.ts";

type Section = "overview" | "details" | "participants" | "certificates" | "messages";

type DeskPageProps = {
  workshop: Pick<WorkshopView, "code" | "title" | "state">;
  /** What follows the workshop's code in the browser's tab. */
  title: string;
  /** Below one of the sections: the way back up leads over the workshop. */
  isWithin?: boolean;
  /** Sections that the reader may open. */
  sections: readonly Section[];
  children: ReactNode;
};

/** The frame of every page about one workshop: where we are, and its sections. */
export function DeskPage({ workshop, title, isWithin, sections, children }: DeskPageProps) {
  const { t, i18n } = useTranslation(["workshops", "desk"]);
  const base = `/${i18n.language}/desk/workshops/${workshop.code}`;
  return (
    <Page
      width="wide"
      title={`${title} · ${workshop.code}`}
      heading={<LocalText value={workshop.title} note />}
      crumbs={[{ to: `/${i18n.language}/desk`, label: t("desk:title") }, ...(isWithin ? [{ to: base, label: workshop.code }] : [])]}
      over={
        <>
          <span className="figures">{workshop.code}</span>
          <StateBadge state={workshop.state} />
        </>
      }
    >
      <nav aria-label={t("desk:tabs.label")} className="print:hidden mb-8 border-b border-line">
        <ul className="flex flex-wrap gap-x-6">
          {sections.map((section) => (
            <li key={section}>
              <NavLink
                end={section === "overview"}
                to={section === "overview" ? base : `${base}/${section}`}
                className="-mb-px inline-flex min-h-11 items-center border-b-4 border-transparent text-key hover:border-key-line aria-[current=page]:border-key aria-[current=page]:font-bold"
              >
                {t(`desk:tabs.${section}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
