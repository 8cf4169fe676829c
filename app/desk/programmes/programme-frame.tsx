import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { ProgrammeFrameView } from "./desk-programme.ts";

const sections = [
  ["overview", to.deskProgramme],
  ["indicators", to.indicators],
  ["costs", to.costs],
] as const;

type ProgrammeFrameProps = {
  programme: ProgrammeFrameView;
  /** What follows the programme's code in the browser's tab. */
  title: string;
  /** Whether the page is below a section: then the way back leads over the programme. */
  isWithin?: boolean;
  /** Has a list `#list` that a link past the tabs leads to. */
  hasList?: boolean;
  /** What has just happened. */
  notice?: ReactNode;
  children: ReactNode;
};

/** The frame of every page about one programme: where we are, and its parts. */
export function ProgrammeFrame({ programme, title, isWithin, hasList, notice, children }: ProgrammeFrameProps) {
  const { t, locale } = useTranslation("programmes");
  const { code, period, mayKeep } = programme;
  const tabs = sections.map(([section, address]) => ({
    to: address({ locale, code }),
    label: t(`desk.tabs.${section}`),
    end: section === "overview",
  }));
  return (
    <Page
      width="wide"
      hasList={hasList}
      title={`${title} · ${code}`}
      heading={<LocalText value={programme.title} note />}
      crumbs={[
        { to: to.deskProgrammes({ locale }), label: t("list.title") },
        ...(isWithin ? [{ to: to.deskProgramme({ locale, code }), label: code }] : []),
      ]}
      over={
        <>
          <span className="figures">{code}</span>
          <span className="first-letter:uppercase">{period}</span>
          <a className="link" href={to.publicProgramme({ locale, code })}>
            {t("public.see")}
          </a>
          {mayKeep ? (
            <a className="link" href={to.programme({ locale, code })}>
              {t("desk.record")}
            </a>
          ) : null}
        </>
      }
      tabs={<Tabs label={t("desk.tabs.label")} tabs={tabs} />}
      notice={notice}
    >
      {children}
    </Page>
  );
}
