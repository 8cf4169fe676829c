import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { WorkshopView } from "./workshop-view.ts";

type Section =
  | "overview"
  | "timetable"
  | "details"
  | "nominees"
  | "participants"
  | "materials"
  | "papers"
  | "certificates"
  | "messages";

type WorkshopFrameProps = {
  workshop: Pick<WorkshopView, "code" | "title" | "state">;
  /** What follows the workshop's code in the browser's tab. */
  title: string;
  /** Whether the page is below a section: then the way back leads over the workshop. */
  isWithin?: boolean;
  /** Has a list `#list` that a link past the tabs leads to. */
  hasList?: boolean;
  /** Sections that the reader may open. */
  sections: readonly Section[];
  /** The code of its programme, for those who may open that. */
  programme?: string | null;
  children: ReactNode;
};

/** The frame of every page about one workshop: where we are, and its sections. */
export function WorkshopFrame(props: WorkshopFrameProps) {
  const { workshop, title, isWithin, hasList, sections, programme, children } = props;
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const { code } = workshop;
  const tabs = sections.map((section) => ({
    to: to[section]({ locale, code }),
    label: t(`desk:tabs.${section}`),
    end: section === "overview",
  }));
  return (
    <Page
      width="wide"
      hasList={hasList}
      title={`${title} · ${code}`}
      heading={<LocalText value={workshop.title} note />}
      crumbs={[
        { to: to.desk({ locale }), label: t("desk:title") },
        ...(isWithin ? [{ to: to.overview({ locale, code }), label: code }] : []),
      ]}
      over={
        <>
          <span className="figures">{code}</span>
          <StateBadge state={workshop.state} />
          {programme ? (
            <a className="link print:hidden" href={to.deskProgramme({ locale, code: programme })}>
              {t("desk:programmeLink", { code: programme })}
            </a>
          ) : null}
        </>
      }
    >
      <Tabs label={t("desk:tabs.label")} tabs={tabs} />
      {children}
    </Page>
  );
}
